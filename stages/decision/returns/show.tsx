import { politiciansById, todayIn } from '../../../platform/directory/index.ts'
import { notFound, page, refused, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import type { Item } from '../answers/store.ts'
import { crumbs, find, type AtProblem } from '../show.tsx'
import type { Package } from '../store.ts'
import { returnWords } from './messages/words.ts'
import { ReturnPage } from './pages/return-page.tsx'
import { ReturnPart } from './pages/return-part.tsx'
import * as rules from './rules.ts'
import { returnItemsOf, returnOf } from './store.ts'

export async function returningPage(visit: AtProblem, errors: readonly FieldError[] = []): Promise<Reply> {
  const found = await find(visit)
  if (!found) return notFound()
  const { problem, pack, items } = found
  const say = returnWords.say(visit.lang)
  const isReported = (await returnOf(visit.read, pack.id)) !== undefined
  const may = rules.mayReturnHere({ pack, today: todayIn(visit.jurisdiction, visit.now), isReported }, visit.actor)
  if (!may.ok) return refused(say(`refused.${may.refusal}`), may.refusal === 'only-body-chair' ? 403 : 409)
  if (pack.returnOn === null) return refused(say('refused.dates-missing'))
  const open = new Set(
    rules.toAccountFor(items.map(({ number, answer }) => ({ number, kind: answer?.kind }))).map(({ number }) => number),
  )
  return page({
    title: say('page.title'),
    crumbs: crumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <ReturnPage
        reader={visit}
        typed={visit.form.typed}
        returnOn={pack.returnOn}
        items={items.filter(({ number }) => open.has(number))}
        {...{ say, errors, problem }}
      />
    ),
  })
}

/** On the page of all answers. */
export async function returnPart(
  visit: Visit,
  { slug, pack, items }: { readonly slug: string; readonly pack: Package; readonly items: readonly Item[] },
) {
  const [report, became] = await Promise.all([returnOf(visit.read, pack.id), returnItemsOf(visit.read, pack.id)])
  const people = await politiciansById(visit.read, report ? [report.person] : [])
  const today = todayIn(visit.jurisdiction, visit.now)
  const isDay = pack.returnOn !== null && Temporal.PlainDate.compare(today, pack.returnOn) >= 0
  const may = rules.mayReturnHere({ pack, today, isReported: report !== undefined }, visit.actor)
  return (
    <ReturnPart
      reader={visit}
      say={returnWords.say(visit.lang)}
      person={report && people.get(report.person)}
      mayReport={may.ok && isDay}
      {...{ slug, pack, items, report, became }}
    />
  )
}
