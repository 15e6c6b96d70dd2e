/** Words about the young have no place in a model of spam: they are never learnt as a sign of it. */
const YOUNG =
  /[幼童孩娃婴萝囡嫩]|少女|少年|小学|初中|高中|中学|学生|学妹|学姐|女生|男生|校园|校花|未成年|loli|teen|child|girl|boy|kid|school/;

/** Does an n-gram's name speak of the young? */
export function isAboutTheYoung(name: string): boolean {
  return YOUNG.test(name);
}
