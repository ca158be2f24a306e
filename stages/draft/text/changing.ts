import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../../platform/db/index.ts'
import { inCase } from '../../problem/index.ts'
import { arranged } from './arranging.ts'
import type { SectionKind, TextContent } from './document.ts'
import { mergeSection, type Conflict } from './merging.ts'
import type { SaveRefusal } from './rules.ts'
import { saveIn } from './saving.ts'
import type { SectionForm } from './section-form.ts'
import { typeIn, typeText, type TypeRefusal } from './typing.ts'

/** Nothing was written: these places need a word of the writer. */
export type Asked = {
  readonly conflicts: readonly Conflict[]
  readonly isGone: boolean
  /** The text as it stands, with everything of hers that could be merged. */
  readonly content: TextContent
}

export type Changed = { readonly asked: Asked } | { readonly asked: null; readonly version: number | null }

export type ChangeRefusal = TypeRefusal | SaveRefusal | 'no-such-problem'

/**
 * Brings what was written in the form of a section into the text. Where others changed the same words meanwhile nothing is written, and
 * the writer is asked. With a reason it becomes a version in the same transaction, or none of it happens.
 */
export async function changeSection(
  database: Database,
  actor: Actor,
  { slug, form }: { readonly slug: string; readonly form: SectionForm },
): Promise<Result<Changed, ChangeRefusal>> {
  let asked: Asked | undefined
  const done = await inCase(
    database,
    actor,
    slug,
    async (tx, problem): Promise<Result<number | null, ChangeRefusal | 'asked'>> => {
      const typed = await typeIn(tx, {
        problem,
        actor,
        change: (now): Result<TextContent, 'asked'> => {
          const merged = mergeSection(now, withoutRemoved(form))
          if (merged.isGone && form.act.kind === 'put-back') return accept(putBack(now, form))
          if (merged.isGone || merged.conflicts.length > 0 || removesUnseen(now, form)) {
            asked = merged
            return refuse('asked')
          }
          return accept(
            form.act.kind === 'arrange' ? arranged(merged.content, form.act.how, form.act.id) : merged.content,
          )
        },
      })
      if (!typed.ok) return typed
      if (!form.save) return accept(null)
      const saved = await saveIn(tx, { problem, reason: form.save.reason, actor })
      return saved.ok ? accept(saved.value.version) : saved
    },
  )
  if (done.ok) return accept({ asked: null, version: done.value })
  if (done.refusal === 'asked' && asked) return accept({ asked })
  return refuse(done.refusal as ChangeRefusal) // asked is set whenever it is refused so
}

/** A clause taken out is a clause emptied: where somebody wrote in it meanwhile, the writer is asked. */
function withoutRemoved({ opened, written, act }: SectionForm): Pick<SectionForm, 'opened' | 'written'> {
  if (act.kind !== 'arrange' || act.how !== 'remove') return { opened, written }
  return { opened, written: { ...written, clauses: written.clauses.filter(({ id }) => id !== act.id) } }
}

/** She takes out a section in which somebody wrote since she opened it. */
function removesUnseen({ sections }: TextContent, { opened, act }: SectionForm): boolean {
  if (act.kind !== 'arrange' || act.how !== 'remove' || act.id !== opened.id) return false
  const now = sections.find(({ id }) => id === opened.id)
  return now !== undefined && JSON.stringify(now) !== JSON.stringify(opened)
}

/** What was taken out stands again at the end, in the writer's words; of its clauses those that went nowhere else. */
function putBack(now: TextContent, { written }: SectionForm): TextContent {
  const elsewhere = new Set(now.sections.flatMap(({ clauses }) => clauses.map(({ id }) => id)))
  return {
    sections: [...now.sections, { ...written, clauses: written.clauses.filter(({ id }) => !elsewhere.has(id)) }],
  }
}

export type NewSection = {
  readonly slug: string
  readonly kind: SectionKind
  readonly heading: string
  readonly clauses: readonly string[]
}

/** A section at the end of the text. Answers its id. */
export async function addSection(
  database: Database,
  actor: Actor,
  { slug, kind, heading, clauses }: NewSection,
): Promise<Result<string, TypeRefusal | 'no-such-problem'>> {
  const id = newId('section')
  const section = { id, kind, heading, clauses: clauses.map((text) => ({ id: newId('clause'), text })) }
  const typed = await typeText(database, actor, {
    slug,
    change: (now) => accept({ sections: [...now.sections, section] }),
  })
  return typed.ok ? accept(id) : typed
}
