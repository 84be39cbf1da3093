/** Which findings are put before the person: dismissed ones never, judgement questions one at a time. */
import type { Shown } from './overlay';

export interface Listed {
  holds: Shown[];
  warns: Shown[];
  hints: Shown[];
  all: Shown[]; // holds, then warns, then hints
}

/** Holds, warnings and hints of a view, in its order. At most one judgement question is shown at once (design §1.4). */
export function toLookAt(findings: readonly Shown[]): Listed {
  let asked = false;
  const listed = findings.filter(({ finding, dismissed }) => {
    if (dismissed) return false;
    if (!finding.judgement) return true;
    const first = !asked;
    asked = true;
    return first;
  });
  const of = (severity: string) => listed.filter(({ finding }) => finding.severity === severity);
  const [holds, warns, hints] = [of('hold'), of('warn'), of('hint')];
  return { holds, warns, hints, all: [...holds, ...warns, ...hints] };
}
