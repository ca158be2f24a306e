import type { Id } from '@folkmoot/basics/ids.ts'
import {
  notFound,
  page,
  redirect,
  type Crumb,
  type FieldError,
  type Reply,
  type Visit,
} from '../../platform/http/index.ts'
import { bylines } from '../../platform/identity/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { becameOf } from '../opinion/index.ts'
import { problemBySlug, problemCrumbs, type Problem } from '../problem/index.ts'
import { readableCitable } from './citable.ts'
import { counterCasePart } from './counter-cases/part.tsx'
import { marginsOf } from './margin/margins.ts'
import { signersPart } from './minority/part.tsx'
import { draftWords } from './messages/words.ts'
import { RecommendationPage } from './pages/recommendation-page.tsx'
import { everyRecommendationOf, type Recommendation } from './recommendations.ts'
import * as rules from './rules.ts'
import { draftState } from './state.ts'
import * as store from './store.ts'

/** Loads what a page needs and puts it on the page: the reading half of the routes. */

type AtNumber = Visit & { readonly params: { readonly problem: string; readonly number: string } }
type Errors = readonly FieldError[]

export async function recommendationPage(visit: AtNumber, errors: Errors = []): Promise<Reply> {
  const found = await find(visit)
  if (!found) return notFound()
  const { problem, recommendation, isFrozen } = found
  const say = draftWords.say(visit.lang)
  const state = { ...(await draftState(visit.read, problem.id)), current: recommendation.versions.length }
  const ownStand = recommendation.standOf(visit.actor.account)
  const isOpen = recommendation.source === null && !recommendation.isWithdrawn
  const mayWrite = isOpen && rules.write(state, visit.actor).ok
  const [authors, hidden, cited, became, margins] = await Promise.all([
    bylines(
      visit.read,
      recommendation.versions.map(({ writtenBy }) => writtenBy),
    ),
    hiddenAmong(visit.read, [recommendation.id, recommendation.section, ...recommendation.clauses.map(({ id }) => id)]),
    citedBy(visit, recommendation),
    becameOf(visit, { kind: 'recommendation', id: recommendation.id }),
    marginsOf(visit, problem),
  ])
  const stone = hidden.get(recommendation.id) ?? hidden.get(recommendation.section)
  return page({
    title: stone ? say('rec.name', { number: recommendation.number }) : recommendation.title,
    crumbs: crumbsToText(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    isWide: true,
    body: (
      <RecommendationPage
        reader={visit}
        {...{ say, recommendation, hidden, cited, authors, became, margins, isFrozen, errors }}
        slug={problem.slug}
        question={problem.question}
        language={problem.language}
        stone={stone}
        counterCase={stone ? null : await counterCasePart(visit, { problem, recommendation, errors })}
        signers={stone ? null : await signersPart(visit, { problem, recommendation })}
        typed={visit.form.typed}
        may={{
          write: mayWrite,
          stand: isOpen && rules.stand(state, state.current, visit.actor).ok,
          writeMinority: isOpen && rules.writeMinorityText({ ...state, ownStand }, visit.actor).ok,
        }}
      />
    ),
  })
}

/** An address people have in mails: where a recommendation was written anew, its section is. */
export async function toItsForm(visit: AtNumber): Promise<Reply> {
  const found = await find(visit)
  if (!found) return notFound()
  const { problem, recommendation } = found
  return redirect(visit.to('draft.write-section', { problem: problem.slug, section: recommendation.section }))
}

type Found = { readonly problem: Problem; readonly recommendation: Recommendation; readonly isFrozen: boolean }

async function find(visit: AtNumber): Promise<Found | undefined> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return undefined
  const [all, isFrozen] = await Promise.all([
    everyRecommendationOf(visit.read, problem.id),
    store.isFrozen(visit.read, problem.id),
  ])
  const recommendation = all.find(({ number }) => number === numberOf(visit))
  return recommendation && { problem, recommendation, isFrozen }
}

type Cited = ReadonlyMap<Id, { readonly title: string; readonly href: string }>

/** What its clauses come from, each one press away. */
async function citedBy(visit: Visit, { clauses }: Recommendation): Promise<Cited> {
  const named = await readableCitable(
    visit.read,
    clauses.flatMap(({ cites }) => cites),
  )
  return new Map(named.map(({ thing, title, path }) => [thing.id, { title, href: `${visit.to('home')}${path}` }]))
}

function crumbsToText(visit: Visit, problem: Problem): readonly Crumb[] {
  const text = draftWords.say(visit.lang)('page.title')
  return [...problemCrumbs(visit, problem), { text, href: visit.to('draft.page', { problem: problem.slug }) }]
}

function numberOf({ params }: AtNumber): number {
  return /^\d{1,9}$/.test(params.number) ? Number(params.number) : 0
}
