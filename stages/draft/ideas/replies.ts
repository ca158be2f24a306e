import { refused, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { ideasWords, type IdeasKey, type SayIdeas } from './messages/words.ts'
import { numberOf, type AtNumber } from './show.tsx'

/** How the routes of ideas answer what is refused, and where an act happens. */

type RefusalCode = IdeasKey extends infer Key ? (Key extends `refused.${infer Code}` ? Code : never) : never

const aboutRights: readonly RefusalCode[] = [
  'consent-first',
  'staff-never-join',
  'only-staff-write-down',
  'not-yours-to-merge',
  'not-its-author',
]

export function refusedWith(visit: Visit, code: RefusalCode): Reply {
  return refused(say(visit)(`refused.${code}`), aboutRights.includes(code) ? 403 : 409)
}

export function errorsAt(visit: Visit, name: string, code: RefusalCode): readonly FieldError[] {
  return [{ field: name, text: say(visit)(`refused.${code}`) }]
}

export function say(visit: Visit): SayIdeas {
  return ideasWords.say(visit.lang)
}

export function atIdea(visit: AtNumber) {
  return { slug: visit.params.problem, number: numberOf(visit) }
}
