/** English: the words of the extension’s own pages, of its toolbar button and its manifest. No site ever loads them. */
import type { IconState } from '../protocol';

export const POPUP = {
  brand: 'Forepost',
  protected: 'Protected',
  asking: 'Looking for the companion',
  notThisSite: 'Switched off here',
  pause: 'Pause for 15 minutes',
  goOn: 'Go on checking',
  notAPage: 'Forepost reads nothing on this page.',
  notASite: (host: string) => `Forepost does not read ${host}.`,
  looksLike: (host: string, site: string) => `${host} looks like ${site}, and Forepost does not read it yet.`,
  add: 'Check what I write on this site',
  addMeans: 'From then on the text in the box you write in here is read, on this computer. Your browser asks you first.',
  remove: 'Stop reading this site',
  withheld: (host: string) => `Your browser does not let Forepost read ${host}, so nothing you write there is checked.`,
  allow: 'Allow',
  modes: 'You are writing as',
  checkOn: (host: string) => `Check on ${host === '127.0.0.1' ? 'the practice page' : host}`,
  privateMessages: 'Check private messages, too',
  messagesMean:
    'Off, message boxes here are left alone. On, what you write in them is read, on this computer; what others send you is not.',
  pointsDue: 'Before official posts, the policy has a few points to settle. Posting does not wait for them.',
  points: 'See the points',
  setAside: 'Your settings could not all be read, so the usual ones stand in for the rest. Yours are kept.',
  seeSetAside: 'See what happened',
  officialPosts: 'Official posts',
  kept: 'kept, as a working copy',
  measure: 'Shall Forepost count for you? Choose',
  settings: 'Settings',
  practice: 'Practise',
  welcome: 'What is read, and what never',
  capture: 'What is recognised on this site',
  failed: 'That did not work. Nothing was changed.',
} as const;

export const PAIRING = {
  label: 'Short code from the companion',
  hint: 'Eight letters or digits, as ABCD-EFGH. Forepost’s Settings show one, under Connected browsers; so does the command “forepost pair”.',
  send: 'Use code',
  codeShape: 'A code has eight letters or digits, as ABCD-EFGH.',
} as const;

export const CAPTURE = {
  title: 'What is recognised on this site',
  sentence:
    'If something is missing here, the site has changed. Below is a report for those who mend it: the shape of the box you write in, with every word taken out. Read it, then copy it; nothing is sent anywhere.',
  parts: { editor: 'The box you write in', submit: 'The button that posts', account: 'Who is writing', audience: 'Who will see it' },
  known: 'Recognised',
  byStructure: 'Recognised by its place',
  missing: 'Not found',
  unasked: 'Not shown here',
  notThisSite: 'No description of this site: it is protected by the general rules.',
  notThisBox: 'The description of this site does not know this box: it is protected by the general rules.',
  described: (surface: string, seen: string) => `Described as “${surface}”, last seen on the site in ${seen}.`,
  undated: (surface: string) => `Described as “${surface}”. When it was last seen on the site is not known.`,
  box: 'The shape of the composer, without text',
  copy: 'Copy',
  copied: 'Copied.',
  copyRefused: 'The browser did not let us copy. Select the text above and copy it.',
  'no-composer': 'Forepost sees no box to write in on this page. Click into it once, then try again.',
  'switched-off':
    'Forepost sees no box to write in on this page. If you were in one: the page asks it to stay away from a part of itself (data-forepost), and nothing written there is read.',
  noAnswer: 'Forepost does not run on this page. Reload it once, then try again.',
  back: 'Back',
} as const;

export const WELCOME = {
  tab: 'Welcome to Forepost',
  title: 'A second pair of eyes before you post',
  lead: 'Forepost reads your draft on this computer and shows what you may regret, before it is public. You decide.',
  connectTitle: 'Connect this browser',
  connectLead: 'The reading is done by the companion, a program on this computer. Connect the two once.',
  connect: 'Connect',
  connected: 'Connected. Drafts are checked from now on.',
  permissionTitle: 'Reaching the companion',
  permissionGranted: 'Forepost may speak to this computer (127.0.0.1) and to nothing else.',
  permissionMissing: 'The browser has not allowed Forepost to speak to the companion on this computer.',
  permissionAllow: 'Allow',
  readTitle: 'What is read',
  read: [
    'The text in the box you are writing in, on the sites listed here, while you write and when you press Post.',
    'The name of the account and who can see the post, where the page shows them beside the box.',
    'The post you are answering, where there is one.',
    'What you write into your profile, where a site is known for it. Only whether it holds a disclaimer is kept.',
  ],
  whereTitle: 'Where',
  where: [
    'On this computer. The text goes from the browser to the companion and back, and nowhere else.',
    'It stays in memory until the check is done. No file keeps a word of it, but of official posts if you switch on their record.',
    'If you press “Always allow”, “Not a problem here” or “Not useful”, a fingerprint of those words is kept, so that they are known again. You can remove it.',
    'X, LinkedIn, Facebook, Instagram, Threads, Bluesky, Mastodon, Reddit, YouTube, TikTok, Snapchat, the practice page, and any site you add with Forepost’s toolbar button. You can switch each one off.',
  ],
  neverTitle: 'What never',
  never: [
    'Private messages are not read, unless you turn that on for a site.',
    'Nothing is sent over the internet: no text, no counts, no reports on you.',
    'Your text is never changed unless you press a button that says so, and you can put it back.',
    'Nobody else sees what you wrote or what you decided: not your employer, not us.',
  ],
  countTitle: 'Counting, if you like',
  countLead:
    'Forepost can count for you how often it spoke up and what became of it: numbers by rule and week, on this computer alone, never words, never sites. Nobody but you can switch this on or see it.',
  count: 'Count for me',
  countNot: 'Do not count',
  counted: 'Forepost counts for you. Settings has the numbers and the switch.',
  notCounted: 'Nothing is counted. Settings has the switch, should you change your mind.',
  countFailed: 'That could not be kept, so nothing is counted. Settings has the switch, too.',
  tryTitle: 'Try it',
  tryLead: 'The practice page has a text box that posts nowhere.',
  practice: 'Open the practice page',
} as const;

/** Of the manifest: what the browser shows in its list of extensions. */
export const MANIFEST = {
  description: 'Says, beside the Post button, what a post may give away. On your own machine.',
} as const;

/** What the toolbar icon is called in each of its states. */
export const TOOLBAR: Record<IconState, string> = {
  checked: 'Forepost: checked',
  look: 'Forepost: something to look at',
  partly: 'Forepost: partly checked',
  off: 'Forepost: not checked here',
};
