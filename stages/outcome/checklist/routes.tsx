import { anyone } from '@folkmoot/basics/actor.ts'
import {
  notFound,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { fillChecklist } from './commands.ts'
import { checklistWords } from './messages/words.ts'
import { evidences, mayFill, points, verdicts, type Entry } from './rules.ts'
import { checklistPage } from './show.tsx'

export const checklistRoutes: readonly Route[] = [
  route('outcome.checklist', { allowed: anyone, records: 'nothing' }, (visit) => checklistPage(visit)),

  route('outcome.fill-checklist', { allowed: mayFill, records: ['outcome.self-evaluated'] }, async (visit) => {
    const { entries, errors } = readEntries(visit)
    if (errors.length > 0) return checklistPage(visit, errors)
    const { problem: slug } = visit.params
    const say = checklistWords.say(visit.lang)
    const filled = await fillChecklist(visit.database, visit.actor, { slug, entries })
    if (filled.ok)
      return redirectSaying(visit.to('outcome.checklist', { problem: slug }), {
        text: say('done.filled', { changed: filled.value.changed }),
        next: say('done.filled-next'),
      })
    if (filled.refusal === 'no-such-problem') return notFound()
    if (filled.refusal === 'nothing-filled')
      return checklistPage(visit, [{ field: points[0], text: say('refused.nothing-filled') }])
    return refused(say(`refused.${filled.refusal}`))
  }),
]

/** A point left open is not answered; one that is answered names the page that shows it. */
function readEntries(visit: Visit): { readonly entries: readonly Entry[]; readonly errors: readonly FieldError[] } {
  const say = checklistWords.say(visit.lang)
  const errors: FieldError[] = []
  const entries = points.flatMap((point): readonly Entry[] => {
    const typed = visit.form.typed[point]?.[0]
    if (typed === undefined) return []
    const verdict = verdicts.find((one) => one === typed)
    const evidence = evidences.find((one) => one === visit.form.typed[`${point}-evidence`]?.[0])
    if (verdict && evidence) return [{ point, verdict, evidence }]
    errors.push({
      field: verdict ? `${point}-evidence` : point,
      text: say(verdict ? 'refused.evidence-needed' : 'refused.no-verdict'),
    })
    return []
  })
  return { entries, errors }
}
