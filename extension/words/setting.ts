/** The language of the settings, for the extension's own pages: as the companion told it last, so that it holds while it is away. */
import { speak } from './words';

/** True when the language is another one than before. */
export async function speakAsSet(): Promise<boolean> {
  const { settings } = await chrome.storage.local.get<{ settings?: { language?: string } }>('settings');
  return speak(settings?.language ?? 'auto', navigator.languages);
}
