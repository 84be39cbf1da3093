/** What surrounds a post, as the background answers it: counts, the note for a day, the record of official posts, mails to ask first. */
import { call, connectionFault, done } from './companion';
import type { Answers, Mails, Request } from './protocol';

export type Around = Extract<Request, { kind: 'outcomes' | 'note' | 'keep' | 'settle' | 'ask-first' }>;

export async function around(request: Around): Promise<Answers[Around['kind']]> {
  switch (request.kind) {
    case 'outcomes':
      return done(await call('/v1/outcomes', { outcomes: request.outcomes }));
    case 'note':
      return done(await call('/v1/incidents/note', request.note));
    case 'ask-first': {
      const answer = await call<Mails>('/v1/ask-first', { rules: request.rules });
      return answer.ok ? { kind: 'mails', mails: answer.value } : { kind: 'failed', fault: connectionFault(answer.fault) };
    }
    case 'settle':
      return done(await call('/v1/records/settle', { id: request.id, sent: request.sent }));
    case 'keep': {
      const answer = await call<{ id: number | null }>('/v1/records/add', request.post);
      return { id: answer.ok ? answer.value.id : null };
    }
  }
}
