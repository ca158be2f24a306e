import { holdsIn } from '@folkmoot/basics/actor.ts'
import { bodies, decidingBodies, todayIn } from '../../../platform/directory/index.ts'
import { mayRecordVote, recordsVotesOf } from '../../../platform/directory/votes/rules.ts'
import { file, notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { problemBySlug, problemNames } from '../../problem/index.ts'
import { mandateWords } from '../messages/words.ts'
import { crumbsTo } from '../show.tsx'
import { adoptedMandate } from '../store.ts'
import { askedOf } from './by-year.ts'
import { movedWords } from './messages/words.ts'
import { EnteringPage } from './pages/entering-page.tsx'
import { MovedInCasePage } from './pages/moved-in-case-page.tsx'
import { MovedInPlacePage } from './pages/moved-in-place-page.tsx'
import * as rules from './rules.ts'
import { movedInPlace, movedTo } from './store.ts'
import { movedTable } from './table.ts'

type AtCase = Visit & { readonly params: { readonly problem: string } }
export type AtMove = Visit & { readonly params: { readonly problem: string; readonly number: string } }

export function say(visit: Visit) {
  return movedWords.say(visit.lang)
}

/** What moved where, of the whole place; or of one committee, or by the decisions of one year. */
export async function placePage(visit: Visit): Promise<Reply> {
  const { all, asked, committee, ...naming } = await registerOf(visit)
  return page({
    title: say(visit)('place.title'),
    crumbs: [
      { text: visit.jurisdiction.name, href: visit.to('home') },
      { text: mandateWords.say(visit.lang)('mandates.title'), href: visit.to('mandates') },
    ],
    isWide: true,
    body: (
      <MovedInPlacePage
        reader={visit}
        say={say(visit)}
        {...naming}
        {...{ all, asked, committee }}
        moved={askedOf(all, asked)}
      />
    ),
  })
}

/** The same as a table; what the page was narrowed to, the table is. */
export async function tableFile(visit: Visit): Promise<Reply> {
  const { all, asked, ...naming } = await registerOf(visit)
  return file({
    body: movedTable(askedOf(all, asked), naming),
    mediaType: 'text/csv; charset=utf-8',
    downloadAs: `moved-${visit.jurisdiction.slug}.csv`,
  })
}

/** `?committee=works-committee&year=2026` narrows it; what names nothing narrows nothing. */
async function registerOf(visit: Visit) {
  const all = await movedInPlace(visit.read)
  const [known, named] = await Promise.all([
    bodies(visit.read),
    problemNames(visit.read, [...new Set(all.map(({ problem }) => problem))]),
  ])
  const committee = known.find(({ slug }) => slug === visit.query.get('committee'))
  const year = visit.query.get('year') ?? ''
  return {
    all,
    named,
    committee,
    asked: { from: committee?.id ?? null, year: /^\d{4}$/.test(year) ? Number(year) : null },
    today: todayIn(visit.jurisdiction, visit.now),
    bodyNames: new Map(known.map(({ id, name }) => [id, name])),
    bodySlugs: new Map(known.map(({ id, slug }) => [id, slug])),
  }
}

/** What moved to the group of one case. */
export async function casePage(visit: AtCase, errors: readonly FieldError[] = [], at = 0): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem || problem.source !== null) return notFound()
  const [moved, known, mandate] = await Promise.all([
    movedTo(visit.read, problem.id),
    bodies(visit.read),
    adoptedMandate(visit.read, problem.id),
  ])
  const today = todayIn(visit.jurisdiction, visit.now)
  const { actor } = visit
  return page({
    title: say(visit)('case.title'),
    crumbs: crumbsTo(visit, problem, mandateWords.say(visit.lang)),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <MovedInCasePage
        reader={visit}
        say={say(visit)}
        {...{ problem, moved, today, errors }}
        bodyNames={new Map(known.map(({ id, name }) => [id, name]))}
        hasMandate={mandate !== undefined}
        mayEnter={mandate !== undefined && mayRecordVote.allows(actor)}
        mayConfirm={(one) => rules.confirmMove(one, actor).ok}
        // Who wrote the record and chairs the body is told why she does not confirm it.
        isOwn={(one) => !one.isConfirmed && holdsIn(actor, one.body, 'body-chair') && one.draftedBy === actor.account}
        mayGiveBack={(one) => rules.giveBack(one, { words: '?', today }, actor).ok}
        typed={visit.form.typed}
        atNumber={at}
      />
    ),
  })
}

export async function enteringPage(visit: AtCase, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem || problem.source !== null) return notFound()
  const [deciding, mandate] = await Promise.all([decidingBodies(visit.read), adoptedMandate(visit.read, problem.id)])
  return page({
    title: say(visit)('enter.title'),
    crumbs: [
      ...crumbsTo(visit, problem, mandateWords.say(visit.lang)),
      { text: say(visit)('case.title'), href: visit.to('mandate.moved', { problem: problem.slug }) },
    ],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <EnteringPage
        reader={visit}
        say={say(visit)}
        {...{ problem, errors }}
        committees={deciding}
        deciders={deciding.filter(({ id }) => recordsVotesOf(id, visit.actor))}
        endsOn={mandate?.endsOn ?? null}
        typed={visit.form.typed}
      />
    ),
  })
}

export function numberOf({ params }: AtMove): number {
  return /^\d{1,9}$/.test(params.number) ? Number(params.number) : 0
}
