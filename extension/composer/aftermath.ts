/**
 * What a press of Post leaves behind: counts, a note for a day, an entry in the record of official posts.
 *
 *   press goes to the site ─▶ something shown: note ─▶ did it leave? ─▶ counts · official: record
 *
 * A clean post that nobody keeps leaves nothing, and asks nobody anything.
 */
import type { View } from '../overlay/overlay';
import { toLookAt } from '../overlay/listed';
import type { IncidentNote, OutcomeCount, RecordAdd, Surface } from '../protocol';
import { type Fate, Ledger } from './ledger';
import { type Left, type Look, watchForDoubt, whatBecame } from './leaving';
import { watchForLink } from './permalink';

/** The site's own link to what was posted is worth more than an emptied box. */
const SAID: Left = { left: 'sent', signal: 'site-said-so' };

/** A post as it stands when its press goes to the site. */
export interface Leaver {
  note: Required<Omit<IncidentNote, 'posted_anyway'>>;
  /** All that goes out, the posts of a thread one after the other. */
  text: string;
}

/** What the aftermath needs from the composer it belongs to. */
export interface Subject {
  leaver(): Leaver;
  /** What is left of the text on the page. */
  remains(): Look;
  /** A post that was held is out. */
  isOut(): void;
  /** The post of this entry may not have left: ask, once. */
  askWhether(entry: number): void;
}

/** Where it is told; the background answers. */
export interface Desk {
  /** Are findings counted? */
  readonly measures: boolean;
  /** Are official posts kept? */
  readonly keeps: boolean;
  tell(outcomes: OutcomeCount[]): void;
  note(note: IncidentNote): void;
  /** The number of the entry; null when none was made. */
  keep(post: RecordAdd): Promise<number | null>;
  /** Whether the post of an entry left; null: the person was asked, and has not said. False when that could not be kept. */
  settleRecord(entry: number, sent: boolean | null): Promise<boolean>;
}

export class Aftermath {
  private ledger = new Ledger();
  private leaving: string | null = null; // the text that is watched now
  private unsure: { text: string; entry: number } | null = null;
  private gone = new AbortController(); // the page, or the composer on it
  private readonly over = new AbortController();

  constructor(
    private readonly subject: Subject,
    private readonly desk: Desk,
  ) {
    addEventListener('pagehide', () => this.leave(), { signal: this.over.signal }); // it may come back from the browser's cache
  }

  /** Drawn anew: what is put before the person is written down. */
  saw({ state, findings, mode }: View): void {
    if (!this.desk.measures || (state.kind !== 'checked' && state.kind !== 'partly')) return;
    const { holds, warns } = toLookAt(findings);
    this.ledger.saw(
      [...holds, ...warns].map(({ finding }) => finding),
      mode,
    );
  }

  settle(id: string, fate: Fate | null): void {
    this.ledger.settle(id, fate);
  }

  /** A press of Post goes to the site now. `anyway`: the person was asked, and decided so. */
  async leaves(anyway: boolean): Promise<void> {
    const { subject, desk } = this;
    const { note, text } = subject.leaver();
    const kept = desk.keeps && note.mode === 'official' && isPost(note.surface) && text.trim() !== '';
    if (this.leaving === text || (note.rules.length === 0 && !kept && this.ledger.isEmpty)) return;
    this.leaving = text;
    if (note.rules.length > 0) desk.note({ ...note, posted_anyway: anyway });
    const doubt = watchForDoubt();
    const linkSince = kept ? watchForLink() : null;
    const written = this.ledger;
    this.ledger = new Ledger(); // what is written from now on is another post
    const left = await whatBecame(() => subject.remains(), doubt.raised, this.gone.signal);
    doubt.stop();
    this.leaving = null;
    this.count(written, left);
    if (anyway && left.left === 'sent') subject.isOut();
    if (!linkSince) return;
    const link = left.signal === 'none' ? null : await linkSince(this.gone.signal); // of a text that still stands there, it is another post's
    await this.keep({ ...whereabouts(note), text, link, ...(link ? SAID : left) });
  }

  private async keep(post: RecordAdd): Promise<void> {
    const { unsure } = this;
    this.unsure = null;
    if (unsure?.text === post.text) await this.desk.settleRecord(unsure.entry, false); // pressed again: it had not left
    const entry = await this.desk.keep(post);
    if (entry === null || post.left === 'sent') return;
    this.unsure = { text: post.text, entry };
    this.subject.askWhether(entry);
    await this.desk.settleRecord(entry, null); // asked once: the page of the record does not ask again
  }

  end(): void {
    this.over.abort();
    this.leave();
  }

  private leave(): void {
    this.gone.abort();
    this.gone = new AbortController();
    this.desk.tell(this.ledger.close(false));
  }

  /** A text that still stands there was not posted: its findings are open as before. */
  private count(written: Ledger, { left, signal }: Left): void {
    if (left === 'unsure' && signal === 'none') this.ledger = written;
    else this.desk.tell(written.close(left === 'sent'));
  }
}

/** A private message and a profile are no posts. */
function isPost(surface: Surface): boolean {
  return surface !== 'message' && surface !== 'profile';
}

/** Of a note, what the record has, too. */
function whereabouts({ site, surface, mode, account }: Leaver['note']): Pick<Leaver['note'], 'site' | 'surface' | 'mode' | 'account'> {
  return { site, surface, mode, account };
}
