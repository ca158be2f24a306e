import { notFound, page, type Reply } from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { changesBetween } from '../pages/lines.ts'
import { crumbsTo, findCase, writerOf, type AtProblem } from '../show.tsx'
import { asJson, fromJson, noTerms, type TermsJson } from '../terms.ts'
import { wordsByHand } from './authorship.ts'
import { HistoryPage, type SavedOnce } from './pages/history-page.tsx'
import { sections } from './sections.ts'
import { savesOf, type Save } from './store.ts'

/** Who wrote what when, save by save, the latest first: of the draft, or of the version in force where there is none. */
export async function historyPage(visit: AtProblem): Promise<Reply> {
  const found = await findCase(visit)
  if (!found) return notFound()
  const { problem, draft, all } = found
  const asked = visit.query.get('version')
  const shown = asked === null ? (draft ?? all[0]) : all.find(({ version }) => String(version) === asked)
  if (asked !== null && !shown) return notFound()
  const before = shown && all.find(({ version }) => version === shown.version - 1)
  const origin = asJson(before ?? noTerms(problem))
  const saves = shown ? await savesOf(visit.read, shown.id) : []
  const writer = writerOf(visit, found)
  return page({
    title: writer.say('history.title'),
    crumbs: crumbsTo(visit, problem, writer.say),
    body: (
      <HistoryPage
        {...writer}
        problem={problem}
        version={shown?.version ?? 1}
        versions={all.map(({ version }) => version)}
        shares={wordsByHand(origin, saves)}
        writers={await bylines(
          visit.read,
          saves.map((save) => save.by),
        )}
        saves={changesIn(writer, origin, saves)}
      />
    ),
  })
}

/** Each save with what it changed against the words that stood before it. */
function changesIn(
  writer: ReturnType<typeof writerOf>,
  origin: TermsJson,
  saves: readonly Save[],
): readonly SavedOnce[] {
  const once = [...Map.groupBy(saves, ({ revision }) => revision).values()].reduce<{
    readonly words: TermsJson
    readonly done: readonly SavedOnce[]
  }>(
    ({ words, done }, parts) => {
      const touched = sections.filter((section) => parts.some((part) => part.section === section))
      const after = parts.reduce<TermsJson>((all, save) => ({ ...all, ...save.words }), words)
      const rows = changesBetween(writer, {
        before: fromJson(words),
        after: fromJson(after),
        sections: touched,
      })
      const [first] = parts
      return {
        words: after,
        done: first ? [...done, { ...first, sections: touched, rows }] : done,
      }
    },
    { words: origin, done: [] },
  )
  return once.done.toReversed()
}
