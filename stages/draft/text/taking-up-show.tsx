import { isStaff } from '@folkmoot/basics/actor.ts'
import { parseId, type Thing } from '@folkmoot/basics/ids.ts'
import { notFound, page, type Reply, type Visit } from '../../../platform/http/index.ts'
import { citableAmong, citableKinds, readableCitable, type CitableKind } from '../citable.ts'
import { TakeUpPage } from './pages/take-up-page.tsx'
import { writing } from './show-writing.tsx'
import { crumbsTo, wordsFor, type Errors } from './show.tsx'

type AtThing = Visit & { readonly params: { readonly problem: string; readonly kind: string; readonly thing: string } }

/** What the address names; undefined where no clause can come from it. */
export function fromIn({ params }: AtThing): Thing<CitableKind> | undefined {
  const kind = citableKinds.find((one) => one === params.kind)
  const id = kind && parseId(kind, params.thing)
  return kind && id ? { kind, id } : undefined
}

export async function takeUpPage(visit: AtThing, errors: Errors = []): Promise<Reply> {
  const opened = await writing(visit)
  if ('reply' in opened) return opened.reply
  const { problem, content } = opened
  const thing = fromIn(visit)
  // What belongs to another case, or nobody may read, is no beginning of a clause here.
  const { things } = await citableAmong(visit.read, problem.id, thing ? [thing.id] : [])
  const [from] = await readableCitable(
    visit.read,
    things.filter(({ kind }) => kind === thing?.kind),
  )
  if (!from) return notFound()
  const { say, sayDraft } = wordsFor(visit)
  return page({
    title: say('take-up.title'),
    crumbs: crumbsTo(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <TakeUpPage
        reader={visit}
        {...{ say, sayDraft, from, content, errors }}
        slug={problem.slug}
        question={problem.question}
        isStaff={isStaff(visit.actor)}
        typed={visit.form.typed}
      />
    ),
  })
}
