import {
  field,
  fields,
  notFound,
  readForm,
  redirectSaying,
  refused,
  route,
  type Reply,
  type Route,
} from '../../../platform/http/index.ts'
import { find, type AtProblem } from '../show.tsx'
import { holdReturn } from './commands.ts'
import { returnWords } from './messages/words.ts'
import * as rules from './rules.ts'
import { returningPage } from './show.tsx'

const returnForm = fields({ heldOn: field.date(), words: field.text({ most: 4000 }) })

export const returnRoutes: readonly Route[] = [
  route('decision.returning', { allowed: rules.mayReturn, records: 'nothing' }, (visit) => returningPage(visit)),

  route('decision.return', { allowed: rules.mayReturn, records: ['decision.returned'] }, async (visit) => {
    const found = await find(visit)
    if (!found) return notFound()
    const form = readForm(visit, returnForm)
    const items = readForm(
      visit,
      fields(
        Object.fromEntries(found.items.map(({ number }) => [`item-${number}`, field.optionalText({ most: 2000 })])),
      ),
    )
    if (!form.ok || !items.ok)
      return returningPage(visit, [...(form.ok ? [] : form.errors), ...(items.ok ? [] : items.errors)])
    const words = new Map(found.items.map(({ number }) => [number, items.value[`item-${number}`] ?? '']))
    const returned = await holdReturn(visit.database, visit.actor, {
      slug: visit.params.problem,
      place: visit.jurisdiction,
      ...form.value,
      items: words,
    })
    const say = returnWords.say(visit.lang)
    if (returned.ok)
      return redirectSaying(`${visit.to('decision.page', visit.params)}#return`, {
        text: say('done.returned'),
        next: say('done.returned-next'),
      })
    return complain(visit, returned.refusal, [...words].find(([, said]) => said === '')?.[0])
  }),
]

async function complain(
  visit: AtProblem,
  code: rules.ReturnRefusal | 'no-such-problem' | 'not-handed-over',
  missing: number | undefined,
): Promise<Reply> {
  if (code === 'no-such-problem') return notFound()
  const text = returnWords.say(visit.lang)(`refused.${code}`)
  switch (code) {
    case 'staff-never':
    case 'only-body-chair':
      return refused(text, 403)
    case 'return-to-come':
    case 'return-before-meeting':
      return returningPage(visit, [{ field: 'heldOn', text }])
    case 'item-words-missing':
      return returningPage(visit, [{ field: `item-${missing ?? ''}`, text }])
    default:
      return refused(text)
  }
}
