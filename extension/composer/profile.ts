/** A field of a profile: what stands in it, and what is saved, is told, so that a disclaimer in it counts. Nothing else of it is kept. */
import type { ProfileNote } from '../protocol';
import type { Account } from '../sites/engine';

export class Profile {
  private before: string | null = null;

  constructor(
    private readonly site: string,
    private readonly tell: (note: ProfileNote) => void,
  ) {}

  /** As the person finds it: that is their profile of now. */
  found(account: Account | null, text: string): void {
    if (this.before !== null || !account || text.trim() === '') return;
    this.before = text;
    this.tell({ site: this.site, account, text });
  }

  /** Save was pressed. What is saved is the profile from now on. */
  saved(account: Account | null, text: string): void {
    if (!account) return;
    this.tell({ site: this.site, account, text, before: this.before });
    this.before = text;
  }
}
