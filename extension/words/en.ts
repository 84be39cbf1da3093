/** English: every word the extension shows or speaks. A colleague’s voice: short, calm, about consequences. */
import type { ConnectionFault, Mode, Severity } from '../protocol';

/** Opens the first finding's card from the editor; also named in the manifest's commands. */
export const SHORTCUT = 'Alt+Shift+F';

export const MODES: Record<Mode, { letter: string; name: string }> = {
  personal: { letter: 'P', name: 'Personal' },
  professional: { letter: 'Pr', name: 'Professional' },
  official: { letter: 'O', name: 'Official' },
};

/** What a severity is called when it is read aloud before a title. */
export const SEVERITIES: Record<Severity, string> = {
  hold: 'Please look',
  warn: 'Worth a look',
  hint: 'A hint',
};

export const CHIP = {
  name: 'Forepost',
  checked: 'Checked',
  checking: 'Checking',
  partly: 'Partly checked',
  notHere: 'Not checked here',
  off: 'Checks are off',
  pausedUntil: (time: string) => `Paused until ${time}`,
  /** Where there is no room for words. */
  signs: { checked: '✓', partly: '?', off: '–' },
  toLookAt: (count: number) => `${count} to look at`,
  /** How the keyboard gets from the chip to the mode. */
  changeMode: 'Arrow down changes the mode.',
  hints: (count: number) => (count === 1 ? '1 hint' : `${count} hints`),
} as const;

/** What is said beside the chip: when it is pressed and there is no card to open, after a post that was held, before official ones. */
export const EXPLAIN = {
  out: 'It is out.',
  points: 'The policy has a few points to settle first.',
  checked: 'Read on this computer. Nothing to look at.',
  checking: 'Reading what you wrote.',
  notHere: 'Forepost is switched off for this site. Its toolbar button switches it on.',
  keptAway: 'This page asked Forepost to stay away from here. What you write in this box is neither read nor sent.',
  resting: 'Nothing you write is read now. Forepost’s toolbar button goes on checking.',
} as const;

/** Why a check is not whole. The key comes from the companion or from the content script. */
export const PARTLY: Record<string, string> = {
  'text-too-long': 'This text is longer than Forepost reads in one go. The rest was not checked.',
  'site-changed': 'The site has changed here, so some of it may not have been read.',
  'left-unseen':
    'A text left this box and Forepost saw no press of its button, so it may have gone out unchecked. The site may have changed.',
  'not-recognised': 'Forepost does not know this box on this site. Your text is checked, but not who is writing or who will see it.',
  'account-lost':
    'Forepost can no longer see which account is writing here. The site may have changed. Your text is checked in the mode shown.',
  'too-slow': 'The check took too long this time. It is tried again as you write.',
  'time-limit': 'Part of the check took too long and was left out.',
  refused: 'The companion could not read this text. Nothing was changed; it is tried again as you write.',
};
export const PARTLY_OTHER = 'Not all of this could be checked.';

/** One sentence and one action for each thing that can be wrong between browser and companion. */
export const FAULTS: Record<ConnectionFault, { chip: string; action: string; sentence: string }> = {
  'not-running': {
    chip: 'Companion off',
    action: 'Start',
    sentence: 'The companion is not running, so nothing is checked. Your text stays where it is.',
  },
  'port-taken': {
    chip: 'Not checked',
    action: 'Try again',
    sentence: 'Another program answers in the companion’s place. None of your text went to it. Close that program, then try again.',
  },
  garbled: {
    chip: 'Not checked',
    action: 'Try again',
    sentence: 'The companion gave an answer that Forepost cannot read: it may be of another version. Your text stays where it is.',
  },
  blocked: {
    chip: 'Not checked',
    action: 'Try again',
    sentence: 'The browser does not let Forepost reach the companion on this computer. Allow local access for Forepost, then try again.',
  },
  'permission-missing': {
    chip: 'Not checked',
    action: 'Allow',
    sentence: 'Forepost may not speak to the companion on this computer. Allow it, and checks go on.',
  },
  'code-expired': {
    chip: 'Not connected',
    action: 'New code',
    sentence: 'That code is used up or too old. Take a new one from the companion and type it in.',
  },
  disconnected: {
    chip: 'Not connected',
    action: 'Connect',
    sentence: 'This browser was disconnected in the companion. Connect it again to have your drafts checked.',
  },
  'not-paired': {
    chip: 'Not connected',
    action: 'Connect',
    sentence: 'This browser is not connected to the companion yet.',
  },
};

/** Short sentences beside the chip, also for screen readers: `say('press-post-again')`. */
export const NOTICES: Record<string, string> = {
  'press-post-again': 'Checked. Press Post again.',
  'press-post-again-unchecked': 'Not checked. Press Post again to send it all the same.',
  'not-checked': 'This went out without a check.',
  fixed: 'Done. Your text is changed.',
  'fix-refused': 'This box did not take the change. Your text is as it was.',
  copied: 'Copied. Paste it where you want it.',
  'copy-refused': 'The browser did not let us copy. Select the words in the card and copy them.',
  'put-back': 'Your words are back.',
  'put-back-refused': 'They could not be put back by themselves. Ctrl+Z in the text does it.',
  'answer-refused': 'That could not be kept. Nothing was changed.',
  undone: 'As it was before.',
  noted: 'Noted.',
  'taken-back': 'Taken back. Your text is still here.',
  'undo-refused': 'That could not be taken back. Settings has it.',
  'mode-refused': 'That could not be kept. The mode is as it was.',
};

/** The seconds in which a post can be taken back. */
export const COUNTDOWN = {
  name: 'Before it goes out',
  left: (seconds: number) => `Goes out in ${seconds} s`,
  spoken: (seconds: number) => `This goes out in ${seconds} seconds. Escape takes it back.`,
  back: 'Take it back',
  now: 'Post now',
} as const;

/** The ways to pages that help, by the page. Short ones do not break: they stand beside a line of text. */
export const HELP = {
  mistake: 'I posted something by mistake',
  readiness: 'See\u00a0them',
} as const;

/** A question beside the chip, asked once and quietly. */
export const QUESTIONS: Record<string, { text: string; yes: string; no: string }> = {
  left: { text: 'For your record: did this post go out?', yes: 'Yes', no: 'No' },
};

/** One line beside the chip: which mode an account writes in. Asked once of a new account, or opened from the chip's letter. */
export const WHOSE = {
  asked: (account: string) => `New: you use ${account} as`,
  opened: (account: string) => `You use ${account} as`,
  draft: 'This text is written as',
  group: 'Mode',
  leave: 'Do not ask about this account',
  close: 'Close',
} as const;

export const CARD = {
  of: (place: number, count: number) => `${place} of ${count}`,
  previous: 'Previous',
  next: 'Next',
  close: 'Close',
  dismiss: 'Not a problem here',
  notUseful: 'Not useful',
  allow: 'Always allow',
  /** What the card says back, in one line. */
  answered: {
    dismissed: 'Left as it is on this site. Settings has the list.',
    not_useful: 'Not mentioned again. Settings has the list.',
    in_tab: 'Left as it is, in this tab.',
    allowed: 'Allowed. Settings has the list.',
  },
  undo: 'Undo',
  putBack: 'Put back',
  copy: 'Copy the suggestion',
  done: 'Done. Your text is changed.',
  edit: 'Back to the text',
  byHand: 'Please take these words out in the text yourself.',
} as const;

export const ASK = {
  title: 'Ask somebody first',
  lead: 'Opens a mail in your own mail program, with the points and their clauses in it. Nothing has been sent.',
  nobody: 'The policy in use names nobody to write to.',
  to: (role: string, address: string) => `${role} (${address})`,
  draft: 'No word of your draft is in it. If you want to show the draft, copy it and paste it yourself.',
  copy: 'Copy the draft, masked',
  leftOut: '[left out]',
  copied: 'Copied, with held words left out. Nothing has been sent.',
  copyRefused: 'The browser did not let us copy. Nothing has been sent.',
  unchecked: 'Not all of the draft was checked, so it was not copied.',
  refused: 'The companion did not answer.',
  back: 'Back',
} as const;

export const REVIEW = {
  title: 'Before you post',
  tick: 'I mean to share this',
  keepEditing: 'Keep editing',
  askFirst: 'Ask someone first',
  postAnyway: 'Post anyway',
  post: 'Post',
  wait: 'Tick what you mean to share, or fix it.',
  checking: 'Reading the new text.',
  unchecked: 'The new text could not be checked.',
  clear: 'Nothing is held any more.',
  fixed: (title: string) => `Fixed: ${title}`,
  gone: (title: string) => `No longer there: ${title}`,
} as const;

/** What a screen reader hears when a check ends; `shortcut` only when there is something to open. */
export const SPOKEN = {
  toLookAt: (count: number) => `${count === 1 ? '1 thing' : `${count} things`} to look at. ${SHORTCUT} opens the first.`,
  allClear: 'Nothing left to look at.',
} as const;
