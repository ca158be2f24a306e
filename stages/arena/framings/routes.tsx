import { placeWord } from '../../../platform/directory/index.ts'
import {
  field,
  fields,
  readForm,
  redirectSaying,
  refused,
  route,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { framingKinds, problemBySlug } from '../../problem/index.ts'
import * as commands from './commands.ts'
import { groupFramingWords } from './messages/words.ts'
import * as rules from './rules.ts'
import { framingsPage, say } from './show.tsx'

const draftForm = fields({
  kind: field.choice(framingKinds),
  question: field.line({ least: 5, most: 200 }),
  whatHappens: field.text({ most: 4000 }),
  whoIsAffected: field.text({ most: 2000 }),
  reason: field.text({ most: 2000 }),
})
const backForm = fields({ behind: field.choice(['yes', 'no']) })

export const groupFramingRoutes: readonly Route[] = [
  route('arena.framings', { allowed: rules.mayReadDrafts, records: 'nothing' }, (visit) => framingsPage(visit)),

  route('arena.draft-framing', { allowed: rules.mayDraft, records: ['arena.framing-drafted'] }, async (visit) => {
    const form = readForm(visit, draftForm)
    if (!form.ok) return framingsPage(visit, form.errors)
    const slug = visit.params.problem
    const drafted = await commands.draftFraming(visit.database, visit.actor, { slug, ...form.value })
    if (!drafted.ok) return refused(say(visit)(`refused.${drafted.refusal}`))
    return back(visit, 'drafted')
  }),

  route('arena.back-framing', { allowed: rules.mayDraft, records: ['arena.framing-backed'] }, async (visit) => {
    const form = readForm(visit, backForm)
    if (!form.ok) return refused(visit.common('choose-one'))
    const isBehind = form.value.behind === 'yes'
    const backed = await commands.backFraming(visit.database, visit.actor, {
      slug: visit.params.problem,
      number: Number(visit.params.number),
      isBehind,
    })
    if (!backed.ok) return refused(say(visit)(`refused.${backed.refusal}`))
    return back(visit, isBehind ? 'backed' : 'unbacked')
  }),

  route(
    'arena.put-framing-forward',
    { allowed: rules.mayPutForward, records: ['arena.framing-put-forward', 'problem.framing-proposed'] },
    async (visit) => {
      const slug = visit.params.problem
      const language = (await problemBySlug(visit.read, slug))?.language ?? visit.lang
      const forwarded = await commands.putFramingForward(visit.database, visit.actor, {
        slug,
        number: Number(visit.params.number),
        // Said once, in the language of the case: it is kept as it was put forward.
        groupName: placeWord(visit.jurisdiction, 'arena', language) ?? groupFramingWords.say(language)('group'),
      })
      if (!forwarded.ok) return refused(say(visit)(`refused.${forwarded.refusal}`))
      return back(visit, 'forwarded')
    },
  ),
]

type OfFramings = Visit<'arena.draft-framing'> | Visit<'arena.back-framing'> | Visit<'arena.put-framing-forward'>

function back(visit: OfFramings, what: 'drafted' | 'backed' | 'unbacked' | 'forwarded') {
  return redirectSaying(visit.to('arena.framings', { problem: visit.params.problem }), {
    text: say(visit)(`done.${what}`),
    next: say(visit)(`done.${what}-next`),
  })
}
