/** Which keys post a draft, on sites we know and on those we do not. */
import type { SubmitKey } from '../sites/schema';

export interface Keys {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** Is this key one of those that post? Shift+Enter never is: it makes a line everywhere. */
export function posts(pressed: Keys, keys: SubmitKey[]): boolean {
  if (pressed.key !== 'Enter' || pressed.shiftKey) return false;
  const mod = pressed.ctrlKey || pressed.metaKey;
  if (mod) return keys.includes('Mod+Enter') && !pressed.altKey;
  return keys.includes(pressed.altKey ? 'Alt+Enter' : 'Enter');
}

/** Is this a key that presses a button which has the focus? */
export function presses(pressed: Keys): boolean {
  return (pressed.key === 'Enter' || pressed.key === ' ') && !pressed.ctrlKey && !pressed.metaKey && !pressed.altKey;
}
