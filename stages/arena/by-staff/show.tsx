import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { pageLanguages } from '../../../platform/i18n/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { problemBySlug, problemCrumbs } from '../../problem/index.ts'
import { openToPeople } from '../composition/kept-seats.ts'
import { loadArena, profilesCalledFor } from '../arena.ts'
import { countedBy } from '../features/show.tsx'
import { arenaWords } from '../messages/words.ts'
import { answerLines } from '../on-behalf/lines.ts'
import { lettersIn } from '../paper/owing.ts'
import { byStaffWords, type SayByStaff } from './messages/words.ts'
import { RecordingPage } from './pages/recording-page.tsx'
import { RecordsPage } from './pages/records-page.tsx'
import { recordApplication } from './rules.ts'
import { recordsOf } from './store.ts'

export type OfRecords = Visit<'arena.staff-records'>
export type OfRecording = Visit<'arena.recording'>

export function say(visit: Pick<Visit, 'lang'>): SayByStaff {
  return byStaffWords.say(visit.lang)
}

/** What waits for a second pair of eyes, and what became of the rest. */
export async function recordsPage(
  visit: OfRecords,
  errors: readonly FieldError[] = [],
  /** Whose form came back. */
  at: { readonly record?: number; readonly answer?: number } = {},
): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [arena, records] = await Promise.all([loadArena(visit.read, problem), recordsOf(visit.read, problem.id)])
  const lines = await answerLines(visit, problem, { arena, records })
  const staff = await bylines(
    visit.read,
    [...records, ...lines.map(({ answer }) => answer)].map(({ recordedBy }) => recordedBy),
  )
  return page({
    title: say(visit)('page.title'),
    crumbs: crumbsOf(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <RecordsPage
        {...{ problem, records, lines, staff, errors, typed: visit.form.typed }}
        atNumber={at.record ?? 0}
        atAnswer={at.answer ?? 0}
        say={say(visit)}
        reader={visit}
        profiles={arena.rule.profiles}
        isOpen={isOpen(visit, arena)}
        letters={(await lettersIn(visit.read, problem.id, { arena, now: visit.now })).length}
      />
    ),
  })
}

/** The questions of the call, to be read aloud. */
export async function recordingPage(visit: OfRecording, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const arena = await loadArena(visit.read, problem)
  const words = say(visit)
  const crumbs = [
    ...crumbsOf(visit, problem),
    { text: words('page.title'), href: visit.to('arena.staff-records', { problem: problem.slug }) },
  ]
  return page({
    title: words('new.title'),
    crumbs,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <RecordingPage
        {...{ problem, errors, typed: visit.form.typed }}
        say={words}
        reader={visit}
        profiles={openToPeople(profilesCalledFor(arena))}
        isOpen={isOpen(visit, arena)}
        languages={pageLanguages(visit.jurisdiction)}
        counted={await countedBy(visit)}
      />
    ),
  })
}

function isOpen(visit: Visit, arena: Parameters<typeof recordApplication>[0]): boolean {
  const asked = { isProfile: true, isKnown: false, isReachable: true, writtenToday: 0 }
  return recordApplication(arena, asked, { actor: visit.actor, now: visit.now }).ok
}

export function crumbsOf(visit: Visit, problem: Parameters<typeof problemCrumbs>[1]) {
  return [
    ...problemCrumbs(visit, problem),
    { text: arenaWords.say(visit.lang)('page.title'), href: visit.to('arena.people', { problem: problem.slug }) },
  ]
}
