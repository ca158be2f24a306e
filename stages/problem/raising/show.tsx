import { isStaff } from '@folkmoot/basics/actor.ts'
import { file, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import type { KeptFiles } from '../form.ts'
import { problemWords } from '../messages/words.ts'
import { pointOf } from '../rules.ts'
import { nearProblems, type NearProblem } from '../stems/near.ts'
import { problemBySlug } from '../store.ts'
import { raisingWords } from './messages/words.ts'
import { agendaWords } from '../agenda/messages/words.ts'
import { oddsOf } from '../answers/odds.ts'
import { NoRulePage } from '../agenda/pages/no-rule-page.tsx'
import { maySetRule } from '../agenda/rules.ts'
import { answerWords } from '../answers/messages/words.ts'
import { ByStaffPage } from './pages/by-staff-page.tsx'
import { NearList } from './pages/near-list.tsx'
import { interestWords } from '../interests/messages/words.ts'
import { LeadToRegister } from '../interests/pages/interests-part.tsx'
import { standingOf } from '../interests/standing.ts'
import { NewPage } from './pages/new-page.tsx'
import { StartPage } from './pages/start-page.tsx'
import { looksLikeSolution } from './rules.ts'
import { languagesToWriteIn } from './written-in.tsx'

type Shown = { readonly errors?: readonly FieldError[]; readonly kept?: KeptFiles }

function wordsOf(visit: Visit) {
  return {
    reader: visit,
    say: raisingWords.say(visit.lang),
    sayProblem: problemWords.say(visit.lang),
    typed: visit.form.typed,
    languages: languagesToWriteIn(visit),
  }
}

/** What became of others before her, and which problem she raises again. */
async function oddsAndEarlier(visit: Visit) {
  const slug = visit.form.typed.earlier?.[0] ?? visit.query.get('again') ?? ''
  const [odds, earlier] = await Promise.all([
    oddsOf(visit.read, visit.now),
    // As it was sent: what is no address of a problem is not looked for, since the database refuses some of it.
    /^[a-z0-9-]+$/.test(slug) ? problemBySlug(visit.read, slug) : undefined,
  ])
  return { sayAnswers: answerWords.say(visit.lang), odds, earlier: earlier ?? null }
}

export async function startPage(visit: Visit, errors: readonly FieldError[] = []): Promise<Reply> {
  const words = { ...wordsOf(visit), ...(await oddsAndEarlier(visit)) }
  return page({
    title: words.say('start.title'),
    status: errors.length > 0 ? 422 : 200,
    body: <StartPage {...words} errors={errors} />,
  })
}

/** Where no body must answer: why nobody can raise anything, and who can change that. */
export function noRulePage(visit: Visit, status: 200 | 409 = 200): Reply {
  const words = agendaWords.say(visit.lang)
  return page({
    title: words('none.title'),
    status,
    body: <NoRulePage reader={visit} say={words} maySet={maySetRule.allows(visit.actor)} />,
  })
}

export async function newPage(visit: Visit, { errors = [], kept = {} }: Shown = {}): Promise<Reply> {
  const words = { ...wordsOf(visit), ...(await oddsAndEarlier(visit)) }
  const [near, standing] = await Promise.all([nearTyped(visit), standingOf(visit)])
  return page({
    title: words.say('new.title'),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <NewPage
        {...words}
        {...{ errors, kept, near }}
        lead={<LeadToRegister reader={visit} say={interestWords.say(visit.lang)} standing={standing} />}
        looksLikeSolution={looksLikeSolution(visit.form.typed.question?.[0] ?? '', visit.lang)}
      />
    ),
  })
}

export function byStaffPage(
  visit: Visit,
  {
    errors = [],
    kept = {},
    near = [],
    isLookedUp = false,
  }: Shown & { readonly near?: readonly NearProblem[]; readonly isLookedUp?: boolean } = {},
): Reply {
  const words = wordsOf(visit)
  return page({
    title: words.say('staff.title'),
    status: errors.length > 0 ? 422 : 200,
    body: <ByStaffPage {...words} {...{ errors, kept, near, isLookedUp }} />,
  })
}

/** The list alone, for the island that asks while somebody types. */
export async function nearPart(visit: Visit): Promise<Reply> {
  const { reader, say } = wordsOf(visit)
  const list: { toString: () => unknown } = (
    <NearList
      reader={reader}
      say={say}
      near={await nearTyped(visit)}
      lead={say('near.lead')}
      act={say(isStaff(visit.actor) ? 'near.open' : 'near.join')}
    />
  )
  return file({ body: list.toString() as string, mediaType: 'text/html; charset=utf-8' }) // rendered without waiting
}

/** What is near to what was typed so far, by all its words and by its point. */
export function nearTyped(visit: Visit): Promise<readonly NearProblem[]> {
  const { typed } = visit.form
  const point = pointOf(typed.point?.[0] ?? '')
  const words = ['question', 'place', 'whatHappens'].map((name) => typed[name]?.[0] ?? '').join(' ')
  return nearProblems(visit.read, {
    // As much as is kept of it: nobody makes us read a book.
    words: words.slice(0, 5_000),
    languages: visit.jurisdiction.languages,
    point: point.ok ? point.value : null,
  })
}
