/** What is left of a draft that is shown to somebody else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Held, masked } from '../../extension/composer/masked';

const held = (quote: string, rule = 'personal.phone', severity: Held['finding']['severity'] = 'hold'): Held => ({
  finding: { rule, severity },
  quote,
});

const CASES: [string, string, Held[], string][] = [
  ['nothing is held', 'A fine day', [], 'A fine day'],
  ['a held number', 'ring 07400 123456 today', [held('07400 123456')], 'ring [out] today'],
  ['the same words again, where nothing was found', 'hunter2! I said hunter2!', [held('hunter2!')], '[out] I said [out]'],
  ['a warning stays', 'at our office', [held('our office', 'disclosure.missing-disclaimer', 'warn')], 'at our office'],
  ['a secret never stays', 'it is hunter2!', [held('hunter2!', 'credentials.secret', 'hint')], 'it is [out]'],
  ['two that overlap', 'call 07400 123456 Jean', [held('07400 123456'), held('123456 Jean')], 'call [out]'],
  ['one inside the other', 'a password hunter2 b', [held('hunter2'), held('password hunter2')], 'a [out] b'],
  ['an absence has no words', 'text', [held('')], 'text'],
];
for (const [what, text, findings, shown] of CASES) {
  test(`masked: ${what}`, () => assert.equal(masked(text, findings, '[out]'), shown));
}
