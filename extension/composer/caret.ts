/** Where the caret was when the focus left an editor: some editors forget it, and would go on at their beginning. */
import { selectionOf } from './dom';
import { isField } from './engine';

export class Caret {
  private place: Range | null = null;

  /** The focus is leaving this editor. A text area keeps its own caret. */
  remember(editor: HTMLElement): void {
    const selection = isField(editor) ? null : selectionOf(editor);
    const place = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
    this.place = place && editor.contains(place.startContainer) ? place.cloneRange() : null;
  }

  /** The focus goes back, and the caret with it, unless the editor has put other nodes in the place of those it was in. */
  giveBack(editor: HTMLElement): void {
    editor.focus({ preventScroll: true });
    const { place } = this;
    if (!place || !editor.contains(place.startContainer)) return;
    selectionOf(editor)?.setBaseAndExtent(place.startContainer, place.startOffset, place.endContainer, place.endOffset);
  }
}
