import { anyone } from '@folkmoot/basics/actor.ts'
import { readForm, redirectSaying, refused, route, type Route } from '../../../platform/http/index.ts'
import * as commands from './commands.ts'
import { actorForm, correctForm, wordsFrom } from './form.ts'
import type { ActorKey } from './messages/words.ts'
import * as rules from './rules.ts'
import { actorPage, mapPage, newActorPage, say } from './show.tsx'

export const actorRoutes: readonly Route[] = [
  route('problem.actors', { allowed: anyone, records: 'nothing' }, (visit) => mapPage(visit)),

  route('problem.naming-actor', { allowed: rules.mayNameActor, records: 'nothing' }, (visit) => newActorPage(visit)),

  route('problem.add-actor', { allowed: rules.mayNameActor, records: ['problem.actor-added'] }, async (visit) => {
    const form = readForm(visit, actorForm)
    if (!form.ok) return newActorPage(visit, form.errors)
    const words = wordsFrom(form.value)
    const { problem } = visit.params
    const named = await commands.nameActor(visit.database, visit.actor, { slug: problem, words })
    if (!named.ok) {
      const text = say(visit)(`refused.${named.refusal}`)
      const at = fieldOf(named.refusal)
      return at === undefined ? refused(text) : newActorPage(visit, [{ field: at, text }])
    }
    return redirectSaying(visit.to('problem.actors', { problem }), {
      text: say(visit)('done.added', { name: words.name }),
      next: say(visit)('done.added-next'),
    })
  }),

  route('problem.actor', { allowed: anyone, records: 'nothing' }, (visit) => actorPage(visit)),

  route(
    'problem.correct-actor',
    { allowed: rules.mayNameActor, records: ['problem.actor-corrected'] },
    async (visit) => {
      const form = readForm(visit, correctForm)
      if (!form.ok) return actorPage(visit, form.errors)
      const { reason, seen, ...words } = form.value
      const corrected = await commands.correctActor(visit.database, visit.actor, {
        slug: visit.params.problem,
        number: Number(visit.params.number),
        words: wordsFrom(words),
        reason,
        seen,
      })
      if (!corrected.ok) {
        const text = say(visit)(`refused.${corrected.refusal}`)
        const at = fieldOf(corrected.refusal)
        return at === undefined ? refused(text) : actorPage(visit, [{ field: at, text }])
      }
      return redirectSaying(visit.to('problem.actor', visit.params), {
        text: say(visit)('done.corrected'),
        next: say(visit)('done.corrected-next'),
      })
    },
  ),
]

type Refusal = Extract<ActorKey, `refused.${string}`> extends `refused.${infer Code}` ? Code : never

const fieldsOfRefusals: Readonly<Partial<Record<Refusal, string>>> = {
  'must-agree-first': 'hasAgreed',
  'named-already': 'name',
  'reason-needed': 'reason',
  'nothing-changed': 'name',
  'changed-meanwhile': 'name',
}

/** The field at which a refusal is said; none where there is nothing to mend in the form. */
function fieldOf(refusal: Refusal): string | undefined {
  return fieldsOfRefusals[refusal]
}
