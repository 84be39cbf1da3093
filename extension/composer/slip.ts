/**
 * Did a text leave a composer without our seeing the press that sent it? Then the site may have changed, and what is written next
 * may go out unheld: the chip says so.
 *
 *   a press we did not know as Post, and then the editors are empty ─▶ slipped
 *   emptied by the person's own editing, by Cancel and its like, or after a press we saw ─▶ all is well
 */
import { isWord } from '../sites/words';
import { buttonName, pressedButton } from './submit';

/** What the person did last, as far as it may empty an editor. */
export type Act = 'edited' | 'doubted' | 'pressed';

export class Slip {
  /** Did it happen, and was no press seen since? */
  happened = false;
  private last: Act | 'sent' | null = null;
  private written = false;

  did(act: Act): void {
    if (act !== 'pressed' || this.last !== 'sent') this.last = act; // the click that ends a press we saw is part of it
  }

  /** A press of Post that we saw. */
  sent(): void {
    this.last = 'sent';
    this.happened = false;
  }

  /** Told whenever a text may have changed: does anything stand in its editors? */
  stands(written: boolean): void {
    if (this.written && !written) {
      this.happened ||= this.last === 'pressed';
      this.last = null;
    }
    this.written = written;
  }
}

/** What an event of the person's own is; null for what empties no editor. `inEditor`: does its path go through one? */
export function actOf(event: Event, path: EventTarget[], inEditor: () => boolean): Act | null {
  if (event instanceof KeyboardEvent) {
    if (event.key === 'Escape') return 'doubted';
    if (!inEditor()) return null;
    return event.key === 'Enter' ? 'pressed' : 'edited';
  }
  if (event instanceof InputEvent) return /^insert(Paragraph|LineBreak)$/.test(event.inputType) ? null : 'edited';
  const button = event.type === 'click' ? pressedButton(path) : null;
  return button && (isWord('cancel', buttonName(button)) ? 'doubted' : 'pressed');
}
