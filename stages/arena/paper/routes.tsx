import { file, notFound, redirectSaying, refused, route, type Route } from '../../../platform/http/index.ts'
import { mayRecord } from '../by-staff/rules.ts'
import { markPosted } from './commands.ts'
import { lettersOnPaper, postingPage, say } from './show.tsx'

export const paperRoutes: readonly Route[] = [
  route('arena.paper-letters', { allowed: mayRecord, records: 'nothing' }, (visit) => postingPage(visit)),

  route('arena.mark-posted', { allowed: mayRecord, records: 'nothing' }, async (visit) => {
    const keys = visit.form.typed['letters'] ?? []
    const marked = await markPosted(visit.database, visit.actor, { slug: visit.params.problem, keys })
    if (marked.ok)
      return redirectSaying(visit.to('arena.paper-letters', { problem: visit.params.problem }), {
        text: say(visit)('done.posted', { count: marked.value.count }),
        next: say(visit)('done.posted-next'),
      })
    if (marked.refusal === 'no-such-problem') return notFound()
    const text = say(visit)(`refused.${marked.refusal}`)
    return marked.refusal === 'none-owed' ? postingPage(visit, [{ field: 'letters', text }]) : refused(text, 403)
  }),

  route('arena.paper-letters-file', { allowed: mayRecord, records: 'nothing' }, async (visit) => {
    const body = await lettersOnPaper(visit)
    return body ? file({ body, mediaType: 'application/pdf', downloadAs: 'letters.pdf', isPrivate: true }) : notFound()
  }),
]
