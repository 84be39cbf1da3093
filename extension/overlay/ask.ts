/** Ask somebody first: mails that can be opened, and the draft to copy with what is held left out. Nothing is sent here. */
import type { Mails } from '../protocol';
import { button, copyText, el } from './dom';
import type { Actions } from './overlay';
import { ASK } from '../words/words';

type Mail = Mails['mails'][number];

/** `back` leads out of it; `tell` says a line to the person. */
export interface AskWorld {
  actions: Pick<Actions, 'masked'>;
  back(): void;
  tell(text: string): void;
}

export function askPanel({ mails }: Mails, world: AskWorld): HTMLElement {
  const panel = el(
    'div',
    { class: 'ask', role: 'group', 'aria-label': ASK.title },
    el('p', { class: 'why' }, mails.length > 0 ? ASK.lead : ASK.nobody),
    el('ul', { class: 'mails' }, ...mails.map((mail) => el('li', {}, link(mail)))),
    el('p', { class: 'why' }, ASK.draft),
    el('div', { class: 'btns' }, button(ASK.copy, 'plain', copy), button(ASK.back, 'link', world.back)),
  );

  async function copy(): Promise<void> {
    const text = await world.actions.masked();
    if (text === null) world.tell(ASK.unchecked);
    else world.tell((await copyText(text, panel)) ? ASK.copied : ASK.copyRefused);
  }

  return panel;
}

/** Into a tab of its own: the page that holds the draft neither hears of it nor asks whether to leave. */
function link({ role, address, mailto }: Mail): HTMLElement {
  const to = address ? ASK.to(role, address) : role;
  return el('a', { class: 'b plain', href: mailto, target: '_blank', rel: 'noopener noreferrer' }, to);
}
