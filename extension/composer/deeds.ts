/** What the person does from what is drawn of a composer: fixes, answers on a card, the mode, a copy with what is held left out. */
import type { Actions, Answered, CardAnswer, FixOutcome } from '../overlay/overlay';
import type { AccountSettings, Finding, Fix, Mails, Mode } from '../protocol';
import { ASK } from '../words/words';
import { carryOut } from './fix';
import type { Wishes } from './frame';
import { masked } from './masked';
import type { ComposerSession } from './session';
import { presentIn, type Subject } from './subject';
import { stateOf } from './view';

/** As the overlay asks for them. */
export class Deeds implements Actions {
  constructor(
    private readonly subject: Subject,
    private readonly wishes: Wishes,
  ) {}

  start(): Promise<void> {
    return this.wishes.start();
  }

  openPage(page: string): void {
    this.wishes.openPage(page);
  }

  askFirst(rules: string[]): Promise<Mails | null> {
    return this.wishes.askFirst(rules);
  }

  focusEditor(): void {
    this.subject.focusEditor();
  }

  /** The account remembers its mode; where the page shows no account, this draft does. */
  async chooseMode(mode: Mode): Promise<boolean> {
    const { account } = this.subject.look(this.subject.current);
    if (!account) return this.subject.setMode(mode);
    this.subject.setMode(null);
    const first = isNew(this.wishes.account(account.id));
    return this.wishes.setAccount(account.id, first ? { mode, official: mode === 'official' } : { mode });
  }

  /** Known from now on, even if nothing was said of it: it is asked about once. */
  async leaveUnasked(): Promise<boolean> {
    const { account } = this.subject.look(this.subject.current);
    return account !== null && this.wishes.setAccount(account.id, {});
  }

  async masked(): Promise<string | null> {
    const { sessions } = this.subject;
    await Promise.all(sessions.map((session) => session.settled()));
    if (stateOf(sessions, null).kind !== 'checked') return null;
    return masked(sessions.map(({ text }) => text).join('\n\n'), presentIn(this.subject), ASK.leftOut);
  }

  /** The companion keeps it, by the words. What has none, as a disclaimer that is missing, is quiet in this tab. */
  async answer({ id, rule }: Finding, said: CardAnswer): Promise<Answered | null> {
    const { subject, wishes } = this;
    const quote = presentIn(this.subject).find(({ finding }) => finding.id === id)?.quote;
    const here = said === 'allowed' ? null : subject.here();
    const takeBack = quote ? await wishes.allow({ rule, quote, said, here }) : this.quieten(id);
    if (!takeBack) return null;
    subject.settle(id, said === 'not_useful' ? said : 'dismissed');
    const undo = async () => {
      const done = await takeBack();
      if (done) subject.settle(id, null);
      return done;
    };
    return { word: quote ? said : 'in_tab', undo };
  }

  /** Answers what takes it back. */
  private quieten(id: string): () => Promise<boolean> {
    const say = (quiet: boolean) => {
      this.wishes.dismiss(id, quiet);
      for (const session of this.subject.sessions) session.quieten(id, quiet);
    };
    say(true);
    return async () => {
      say(false);
      return true;
    };
  }

  async fix(finding: Finding, fix: Fix): Promise<FixOutcome> {
    const { sessions } = this.subject;
    const has = (session: ComposerSession) => session.present().some((present) => present.finding.id === finding.id);
    const session = sessions.find(has) ?? sessions[0];
    if (!session) return { kind: 'copy', text: '', why: '' };
    const outcome = await carryOut({ session, setMode: (mode) => this.subject.setMode(mode) }, finding, fix);
    if (outcome.kind === 'fixed') this.subject.settle(finding.id, 'fixed');
    return outcome;
  }
}

/** Was the person never asked about this account? Its profile may have been seen all the same. */
export function isNew(about: AccountSettings | null | undefined): boolean {
  return about === null || about?.asked === false;
}
