/** Small drawings for buttons, in the text's colour. They say nothing to a screen reader: the button's name does. */
import type { ComponentChildren } from 'preact';

function Drawing({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const PauseIcon = () => (
  <Drawing>
    <path d="M7 4.5v11M13 4.5v11" />
  </Drawing>
);

export const PlayIcon = () => (
  <Drawing>
    <path d="M6.5 4.5v11l9-5.5z" />
  </Drawing>
);

export const SettingsIcon = () => (
  <Drawing>
    <path d="M3 6h7M14 6h3M3 14h3M10 14h7" />
    <circle cx="12" cy="6" r="2" />
    <circle cx="8" cy="14" r="2" />
  </Drawing>
);

export const EyeIcon = () => (
  <Drawing>
    <path d="M2 10s3-5.2 8-5.2S18 10 18 10s-3 5.2-8 5.2S2 10 2 10z" />
    <circle cx="10" cy="10" r="2.2" />
  </Drawing>
);

export const EyeOffIcon = () => (
  <Drawing>
    <path d="M2 10s3-5.2 8-5.2S18 10 18 10s-3 5.2-8 5.2S2 10 2 10zM4 16.5 16 3.5" />
  </Drawing>
);

export const CheckIcon = () => (
  <Drawing>
    <path d="m4 10.5 4 4 8-9" />
  </Drawing>
);

export const FlagIcon = () => (
  <Drawing>
    <path d="M5 17V3.5M5 4h9.5l-2 3.2 2 3.3H5" />
  </Drawing>
);

/**
 * The extension's sign, a broom, as in assets/icon; drawn here because a popup is not shown before all its files are
 * there.
 */
export const Sign = () => (
  <svg viewBox="0 0 64 64" width="24" height="24" aria-hidden="true">
    <rect width="64" height="64" rx="15" fill="#1f6f5c" />
    <g transform="translate(4 -.5) rotate(42 32 32) translate(3.2 3.2) scale(.9)">
      <rect x="28" y="-1" width="8" height="34" rx="4" fill="#fff" />
      <path d="M22 30h20a2.5 2.5 0 0 1 2.5 2.5V38h-25v-5.5A2.5 2.5 0 0 1 22 30z" fill="#fff" />
      <path d="M19.5 41h25l5 18q-17.5 4.5-35 0z" fill="#bfe8da" />
    </g>
  </svg>
);
