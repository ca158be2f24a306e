import type { Id } from '@folkmoot/basics/ids.ts'
import { politiciansById, resolutionsAbout } from '../../../platform/directory/index.ts'
import { notFound, page, type FieldError, type Reply } from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { mostProfiles, typedIn, typedTerms } from '../form.ts'
import { matterLines } from '../matters/form.ts'
import { EditPage } from '../pages/edit-page.tsx'
import type { Terms } from '../rules.ts'
import { crumbsTo, findCase, mayOn, writerOf, type AtProblem, type Case } from '../show.tsx'
import { gateOf } from '../gate-store.ts'
import type * as store from '../store.ts'
import { noTerms } from '../terms.ts'
import type { SectionStory } from './pages/section-frame.tsx'
import { sections, type Section } from './sections.ts'
import { savesOf } from './store.ts'

const moreProfileLines = 3

/** What came back: sections with mistakes, and sections somebody else saved meanwhile, each as they were typed. */
export type CameBack = {
  readonly errors: readonly FieldError[]
  readonly kept: readonly Section[]
  readonly conflicts: readonly Section[]
  /** The terms as typed, where they could be read. */
  readonly mine: Terms | undefined
}

const nothing: CameBack = { errors: [], kept: [], conflicts: [], mine: undefined }

export async function editPage(visit: AtProblem, back: CameBack = nothing): Promise<Reply> {
  const found = await findCase(visit)
  if (!found) return notFound()
  const { problem, adopted, draft } = found
  const writer = writerOf(visit, found)
  const { say } = writer
  const terms = draft ?? adopted ?? noTerms(problem)
  const [saves, gate, pendingFor] = await Promise.all([
    draft ? savesOf(visit.read, draft.id) : [],
    draft ? gateOf(visit.read, draft.id) : [],
    draft ? toldOfVoid(visit, draft) : [],
  ])
  const [writers, people] = await Promise.all([
    bylines(
      visit.read,
      saves.map((save) => save.by),
    ),
    politiciansById(
      visit.read,
      gate.map((answer) => answer.person),
    ),
  ])
  const storyOf = (section: Section): SectionStory => ({
    last: saves.findLast((save) => save.section === section),
    conflict: back.mine && back.conflicts.includes(section) ? { now: terms, mine: back.mine } : undefined,
  })
  return page({
    title: say('edit.title'),
    crumbs: crumbsTo(visit, problem, say),
    status: back.errors.length > 0 ? 422 : 200,
    isWide: true,
    body: (
      <EditPage
        {...writer}
        {...{ problem, writers, gate, people, pendingFor }}
        errors={back.errors}
        lead={leadOf(visit, found)}
        title={say('edit.title')}
        typed={typedBack(visit, { back, terms, revision: draft?.revision ?? 0 })}
        bodies={found.bodies}
        hasDraft={draft !== undefined}
        isBlank={!draft && !adopted && back.errors.length === 0}
        profileLines={Math.min(mostProfiles, Math.max(terms.profiles.length, typedProfiles(visit)) + moreProfileLines)}
        matterLines={matterLines(terms.matters, visit)}
        earlier={terms}
        stories={
          Object.fromEntries(sections.map((section) => [section, storyOf(section)])) as Record<Section, SectionStory>
        } // one entry a section
        gaps={found.gaps}
        may={mayOn(visit.actor, found, undefined)}
      />
    ),
  })
}

function leadOf(visit: AtProblem, found: Case): string {
  const { say, bodyName } = writerOf(visit, found)
  const { adopted, adopter } = found
  if (!adopted) return say('edit.lead')
  return say('edit.lead-new', {
    version: adopted.version + 1,
    adopted: adopted.version,
    body: bodyName(adopter) || visit.common('unknown'),
  })
}

type Back = { readonly back: CameBack; readonly terms: Terms; readonly revision: number }

/** What stands now, and over it what came back; what had a mistake still remembers which save it was written over. */
function typedBack(visit: AtProblem, { back, terms, revision }: Back) {
  const remembered = back.kept
    .filter((section) => !back.conflicts.includes(section))
    .map((section) => {
      const seen = visit.form.typed[`seen-${section}`]?.[0] ?? visit.form.typed['seen']?.[0] ?? String(revision)
      return [`seen-${section}`, seen] as const
    })
  const typed = typedTerms(terms, revision)
  const cleared = Object.fromEntries(
    Object.keys(typedIn({ form: { typed: asTyped(typed), files: {} } }, back.kept)).map((name) => [name, '']),
  )
  return { ...typed, ...cleared, ...typedIn(visit, back.kept), ...Object.fromEntries(remembered) }
}

function asTyped(
  typed: Readonly<Record<string, string | readonly string[]>>,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [name, typeof value === 'string' ? [value] : value]),
  )
}

function typedProfiles({ form }: AtProblem): number {
  return Object.entries(form.typed).reduce(
    (most, [name, [value = '']]) =>
      name.startsWith('name-') && value !== '' ? Math.max(most, Number(name.slice('name-'.length))) : most,
    0,
  )
}

/** Who recorded the vote that waits, by name. */
async function toldOfVoid(visit: AtProblem, draft: store.Mandate): Promise<readonly string[]> {
  if (draft.pendingResolution === null) return []
  const vote = (await resolutionsAbout(visit.read, [draft.id])).find((one) => one.id === draft.pendingResolution)
  const by: readonly Id<'account'>[] = vote?.draftedBy ? [vote.draftedBy] : []
  return [...(await bylines(visit.read, by)).values()].map(({ name }) => name)
}
