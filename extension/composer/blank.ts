/** Is there anything to read? Editors keep zero-width characters and line breaks in an empty box. */
export function isBlank(text: string): boolean {
  return !/[^\s\u200b-\u200d\u2060\ufeff]/u.test(text);
}
