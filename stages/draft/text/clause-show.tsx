import { parseId, type Id } from '@folkmoot/basics/ids.ts'
import { notFound, page, type Reply, type Visit } from '../../../platform/http/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { becameOf } from '../../opinion/index.ts'
import { problemBySlug, type Problem } from '../../problem/index.ts'
import { readableCitable, seekCitable, type CitableKind } from '../citable.ts'
import { marginPart } from '../margin/part.tsx'
import { write } from '../rules.ts'
import { draftState } from '../state.ts'
import { citableQueryOf } from './citable-query.ts'
import { hiddenSections } from './hidden-section.ts'
import type { Offered } from './pages/cite.tsx'
import { ClausePage } from './pages/clause-page.tsx'
import { crumbsTo, wordsFor, type Errors } from './show.tsx'
import { citationsOf } from './citation-store.ts'
import { clauseIn } from './store.ts'

type AtClause = Visit & { readonly params: { readonly problem: string; readonly clause: string } }

/** One clause: where it comes from, what became of it, its margin, and for who writes what it could come from besides. */
export async function clausePage(visit: AtClause, errors: Errors = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  const id = parseId('clause', visit.params.clause)
  const clause = problem && id && (await clauseIn(visit.read, problem.id, id))
  if (!clause) return notFound()
  const { say, sayDraft } = wordsFor(visit)
  const citations = await citationsOf(visit.read, [clause.id])
  const cited = citations.map(({ thing }) => thing)
  const [state, stones, within, sources, became] = await Promise.all([
    draftState(visit.read, problem.id),
    hiddenAmong(visit.read, [clause.id]),
    hiddenSections(visit.read, [clause.section]),
    readableCitable(visit.read, cited),
    becameOf(visit, { kind: 'clause', id: clause.id }),
  ])
  const stone = stones.get(clause.id) ?? within.get(clause.section)
  const mayCite = write(state, visit.actor).ok
  const [offered, margin] = await Promise.all([
    mayCite
      ? offeredTo(
          visit,
          problem,
          cited.map((thing) => thing.id),
        )
      : null,
    stone ? null : marginPart(visit, { problem, clause, errors }),
  ])
  return page({
    title: say('clause.title', { section: clause.position, number: clause.number }),
    crumbs: crumbsTo(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <ClausePage
        reader={visit}
        {...{ say, sayDraft, clause, became, mayCite, offered, margin, errors }}
        stone={stone}
        sources={sources.map(({ thing, title, path }) => ({
          id: thing.id,
          title,
          href: `${visit.to('home')}${path}`,
          kind: sayDraft(`cites.${thing.kind as CitableKind}`), // only citable kinds are cited
        }))}
        unreadable={citations.length - sources.length}
        slug={problem.slug}
        question={problem.question}
        language={problem.language}
        typed={visit.form.typed}
      />
    ),
  })
}

/** Contributions the clause does not name yet, as far as they were asked for. */
async function offeredTo(visit: Visit, { id: problem }: Problem, cited: readonly Id[]): Promise<Offered> {
  const query = citableQueryOf(visit)
  const { languages } = visit.jurisdiction
  return { query, groups: await seekCitable(visit.read, { ...query, problem, languages, cited }) }
}
