/** What a new user tries in the popup besides single entries, in either browser. */

interface Popup {
  press(role: string, name: string): Promise<unknown>;
}

/**
 * Switches the site off and on, then pauses for an hour and goes on.
 * @param shows, hides wait until the page does so
 */
export async function switchAndPause(
  popup: Popup,
  shows: () => Promise<unknown>,
  hides: () => Promise<unknown>,
): Promise<void> {
  await popup.press('switch', '在 news.example.com 上清扫');
  await shows();
  await popup.press('switch', '在 news.example.com 上清扫');
  await hides();
  await popup.press('button', '暂停');
  await popup.press('button', '一小时');
  await shows();
  await popup.press('button', '恢复清扫');
  await hides();
}
