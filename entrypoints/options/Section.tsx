import type { ComponentChildren } from 'preact';
import { type SectionName, sectionTitle } from './sections.ts';

interface Props {
  readonly name: SectionName;
  readonly intro?: string;
  readonly children: ComponentChildren;
}

/** One section of the options. */
export function Section({ name, intro, children }: Props) {
  return (
    <section id={name} class="section" aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>{sectionTitle(name)}</h2>
      {intro !== undefined && <p class="soft intro">{intro}</p>}
      {children}
    </section>
  );
}
