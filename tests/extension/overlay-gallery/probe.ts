/** What a test asks the page about the overlay: geometry, focus, and made-up events. Test builds only: roots are open. */

function root(): ShadowRoot {
  const host = document.querySelector('forepost-overlay');
  if (!host?.shadowRoot) throw new Error('There is no open overlay on this page.');
  return host.shadowRoot;
}

function meet(one: DOMRect, other: DOMRect): boolean {
  return one.width > 0 && one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}

export const probe = {
  /** What of the page lies under the chip, how far the button is from it, and whether it is inside the window. CSS px. */
  chip() {
    const chip = (root().querySelector('.chip') as HTMLElement).getBoundingClientRect();
    const controls = [...document.querySelectorAll('button, [contenteditable]')].filter((one) => meet(one.getBoundingClientRect(), chip));
    const hits = controls.map((one) => one.outerHTML.slice(0, 60));
    const range = document.createRange();
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const text = walk.currentNode as Text;
      range.selectNodeContents(text);
      if (text.data.trim() && [...range.getClientRects()].some((box) => meet(box, chip))) hits.push(text.data.slice(0, 30));
    }
    const post = document.querySelector('.site')?.getBoundingClientRect();
    const beside = post && post.top < chip.bottom && post.bottom > chip.top;
    return {
      hits,
      air: beside ? Math.round(Math.max(post.left - chip.right, chip.left - post.right)) : null,
      height: chip.height,
      inside: chip.left >= 0 && chip.right <= innerWidth && chip.bottom <= innerHeight,
    };
  },

  /** The name of what has the focus, through our shadow root; '[composer]' for the editor. */
  focused(): string {
    let at = document.activeElement as HTMLElement;
    while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement as HTMLElement;
    return at.isContentEditable ? '[composer]' : (at.getAttribute('aria-label') ?? at.textContent ?? '');
  },

  /** Words and places of the review's buttons: distance to its right edge and width. */
  buttons(): string[] {
    const dialog = root().querySelector('dialog') as HTMLElement;
    const { right } = dialog.getBoundingClientRect();
    return [...dialog.querySelectorAll('button')].map((one) => {
      const box = one.getBoundingClientRect();
      return `${one.textContent} ${Math.round(right - box.right)} ${Math.round(box.width)}`;
    });
  },

  /** Presses every control of ours the way a page's script can. */
  makeUpEvents(): void {
    for (const control of root().querySelectorAll<HTMLElement>('button, input')) {
      control.click();
      control.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })); // one that cannot be cancelled
      for (const key of ['Escape', 'Enter']) control.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    }
  },

  /** The middle of these words of the editor on the screen: [x, y] in CSS px. */
  middleOf(quote: string): [number, number] {
    const box = probe.boxOf(quote);
    return [box.x + box.width / 2, box.y + box.height / 2];
  },

  /** The box around these words of the editor. */
  boxOf(quote: string): DOMRect {
    const text = document.querySelector('[contenteditable]')?.firstChild as Text;
    const range = document.createRange();
    range.setStart(text, text.data.indexOf(quote));
    range.setEnd(text, text.data.indexOf(quote) + quote.length);
    return range.getBoundingClientRect();
  },
};
