/** Which keys post a draft, on sites we know and on those we do not. */
import type { SubmitKey } from '../sites/schema';

export interface Keys {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/**
 * Is this key one of those that post? Shift+Enter never is: it makes a line everywhere. What else is held down with a key
 * that posts changes nothing: few sites look at it.
 */
export function posts({ key, ctrlKey, metaKey, altKey, shiftKey }: Keys, keys: SubmitKey[]): boolean {
  const mod = ctrlKey || metaKey;
  if (key !== 'Enter' || (shiftKey && !mod)) return false;
  return keys.includes('Enter') || (mod ? keys.includes('Mod+Enter') : altKey && keys.includes('Alt+Enter'));
}

/** Is this a key that presses a button which has the focus? */
export function presses(pressed: Keys): boolean {
  return (pressed.key === 'Enter' || pressed.key === ' ') && !pressed.ctrlKey && !pressed.metaKey && !pressed.altKey;
}
