/**
 * Everything that one part of the extension says to another, in one typed map.
 * Requests go to the background by runtime messages; a popup talks to all frames of a tab over one port
 * (tabs.connect reaches every frame, so no permission is needed to list them).
 */
import type { FindingKind, Reason, TitleFinding, Verdict } from './detect/types.ts';
import type { NewDraft } from './report/draft.ts';
import type { PageSettings } from './settings/page-settings.ts';
import type { DecisionList, Settings, WordList } from './settings/schema.ts';

/** A finding as the popup sees it; the nodes stay in the page. */
export interface FindingView {
  /** Unique within the tab for the life of the frame. */
  readonly id: string;
  readonly kind: FindingKind;
  readonly confidence: number;
  readonly links: number;
  readonly chars: number;
  readonly snippet: string;
  readonly reasons: readonly Reason[];
  /** hidden: collapsed · shown: revealed by the user · kept: said to be no spam. */
  readonly state: 'hidden' | 'shown' | 'kept';
  /** The end of the line before it: only over the port named LIST_PORT, and empty until the second script is there. */
  readonly after: string;
}

/** A finding that is counted, and not told yet. */
export type FindingBrief = Pick<FindingView, 'kind' | 'state'>;

/**
 * working: still loading or sweeping · idle: page has no Han text · on: swept · allowed · paused · gaveUp: the page
 * fought back and was left alone · restored: given back as it was, by the user's wish, until it is loaded anew.
 */
export type FrameStatus = 'working' | 'idle' | 'on' | 'allowed' | 'paused' | 'gaveUp' | 'restored';

export interface FrameState {
  /** Random name of this frame's content script. */
  readonly frame: string;
  readonly top: boolean;
  readonly url: string;
  readonly status: FrameStatus;
  readonly verdict: Verdict;
  readonly confidence: number;
  readonly pageReasons: readonly Reason[];
  readonly original: string | null;
  readonly title: TitleFinding | null;
  /** On a mirror: the honest title, to search for the original by. */
  readonly search?: string | null;
  /** How many places of text were repaired. */
  readonly repaired: number;
  /** The text was made from Simplified by a machine, so it can be shown in Simplified again. */
  readonly converted?: boolean;
  /** So many of the user's own words stand here that none was acted upon. */
  readonly probed?: boolean;
  /** These are results of a search for what spam trades in: none was judged. */
  readonly asked?: boolean;
  /** The last decision made here, or a report, could not be stored: it holds for this visit. */
  readonly unsaved?: boolean;
  readonly findings: readonly FindingView[];
  /**
   * Findings beside these, which the next event holds (a popup that opens need not wait for all of them), or which are
   * too many to be told one by one.
   */
  readonly coming?: readonly FindingBrief[];
}

/** Popup → every frame, over the port named POPUP_PORT. A frame acts only on its own ids. */
export type PopupCommand =
  | { readonly type: 'show'; readonly ids: readonly string[]; readonly shown: boolean }
  | { readonly type: 'showAll'; readonly shown: boolean }
  /** Gives the page back as it was, until it is loaded anew. */
  | { readonly type: 'restore' }
  | { readonly type: 'scroll'; readonly id: string }
  | { readonly type: 'highlight'; readonly id: string; readonly on: boolean }
  | { readonly type: 'keep'; readonly id: string }
  /** Takes "not spam" back. */
  | { readonly type: 'unkeep'; readonly id: string }
  | { readonly type: 'report'; readonly id: string }
  | PickCommand;

/**
 * Starts the picker. Goes to every frame of the tab with one random token, by which the frames know each other (pages
 * never see it).
 */
export interface PickCommand {
  readonly type: 'pick';
  readonly token: string;
}

/** A picker with a token of its own. */
export function pickCommand(): PickCommand {
  return { type: 'pick', token: crypto.randomUUID() };
}

/** Frame → popup, over the same port: at connect and after every change. */
export type PopupEvent = { readonly type: 'state'; readonly state: FrameState };

export const POPUP_PORT = 'popup';
/** The same for whoever lists findings without the page (npm start): all at once, with what stands before them. */
export const LIST_PORT = 'list';

/** A change to the settings, by one of the extension's own pages; only the background writes them. */
export type SettingsChange =
  | { readonly type: 'set'; readonly values: Partial<Settings> }
  | { readonly type: 'allowSite'; readonly site: string; readonly insteadOf?: readonly string[] }
  | { readonly type: 'disallowSite'; readonly site: string }
  | { readonly type: 'allowSites'; readonly sites: readonly string[] }
  | {
      readonly type: 'remember';
      readonly list: DecisionList;
      readonly site: string;
      readonly fingerprint: string;
      readonly label: string;
    }
  | {
      readonly type: 'forget' | 'used';
      readonly list: DecisionList;
      readonly site: string;
      readonly fingerprint: string;
      /** Also what was decided on sites that cover this one. */
      readonly wide?: boolean;
    }
  | { readonly type: 'addWord' | 'removeWord'; readonly list: WordList; readonly word: string }
  /** Brings the settings of a file into those that stand: see mergeSettings. */
  | { readonly type: 'merge'; readonly settings: Settings }
  /** Takes back what led from one to the other, and nothing that came after it: see takeBack. */
  | { readonly type: 'takeBack'; readonly before: Settings; readonly after: Settings }
  | { readonly type: 'reset' };

/** What a page's content script may ask of the settings: always for the site that the browser says it runs on. */
export type SiteChange =
  /** "Not spam", or a block of the user's own choice to hide. The label is the beginning of its text. */
  | { readonly type: 'remember'; readonly list: DecisionList; readonly fingerprint: string; readonly label: string }
  /** Takes it back, on every site that covers this one. */
  | { readonly type: 'forget'; readonly list: DecisionList; readonly fingerprint: string }
  /** The decision still serves. */
  | { readonly type: 'used'; readonly list: DecisionList; readonly fingerprint: string };

export type Answer = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** Whose rules a sheet's are: the user's outrank the page's, and some can only be an author's. */
export type SheetRank = 'user' | 'author';

/** What the extension's own pages ask of the background: name → [what is asked, what is answered]. */
export interface OwnRequests {
  'settings.change': [SettingsChange, Answer];
  /**
   * Nothing but that the background wakes up: a popup asks for it, so that the first press of a switch need not wait
   * for that.
   */
  wake: [null, null];
}

/**
 * What a page's content script asks of the background. Whoever takes over a page's process can ask the same, so nothing
 * here tells of other sites or changes anything for them; which site it is the browser says, never the message.
 */
export interface PageRequests {
  /** What the settings say for the asking frame; `first` where a document asks for the first time. */
  'page.settings': [{ readonly first: boolean } | null, PageSettings];
  /**
   * A frame has met some of the user's own words: how many different ones has its tab's page? `anew`: it is another one
   * by the user's own press.
   */
  'words.met': [{ readonly words: readonly string[]; readonly anew: boolean }, number];
  'site.change': [SiteChange, Answer];
  /** A frame says how many findings it hides now, and whether there is something to say of the page as a whole. */
  count: [{ readonly hidden: number; readonly notice?: boolean }, null];
  /** Puts a style sheet into the asking frame and takes another one out; false where the browser does not let it. */
  'sheet.put': [{ readonly rank: SheetRank; readonly put: string | null; readonly drop: string | null }, boolean];
  /**
   * Stores a draft (only in memory where the caller is a private window) and opens the report page on it:
   * lib/report/open-report.ts.
   */
  'report.open': [{ readonly draft: NewDraft }, Answer];
  /** The picker was ended in one frame: the background sends 'pickEnd' to all frames of the caller's tab. */
  'picker.end': [{ readonly take: boolean }, null];
  /** Puts the second content script into the asking frame; answered when it has run there. */
  'extras.load': [null, null];
  /**
   * The table that makes Simplified text of a converted page (lib/text/artefact/simplify.ts): too large for every page.
   */
  'simplify.table': [null, string];
  /**
   * Is this the first copy, or doorway, met on the site since the browser started? Asked by a page that is one; from
   * then on it is not.
   */
  'notice.first': [{ readonly kind: 'mirror' | 'doorway' }, boolean];
  /** Opens the options where notices of mirrors are turned off. */
  'mirror.options': [null, null];
  /** Opens a search for a mirrored page's original in a tab beside it, in the engine that the user chose. */
  'original.find': [{ readonly words: string }, null];
  /** Opens the popup for the asking frame's tab, or the same page in a tab where the browser doesn't let it. */
  'popup.open': [null, null];
}

export type Requests = OwnRequests & PageRequests;
export type RequestName = keyof Requests;

/** What the picker obeys. */
export type PickerCommand =
  | PickCommand
  | { readonly type: 'pickEnd'; readonly take: boolean }
  | { readonly type: 'reportSelection' };

/** Background → frames of a tab: for shortcuts and menus. */
export type TabCommand = { readonly type: 'toggleAll' } | PickerCommand | { readonly type: 'keepAt' };

/** Background → frames of every tab: the settings have changed, and are to be asked for again. */
export interface SettingsChanged {
  readonly type: 'settingsChanged';
}
