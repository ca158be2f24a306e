import { field, fields, readForm, redirectSaying, route, type Route } from '../../../platform/http/index.ts'
import { mergeIdea, objectToMerger, undoMerger } from './merging.ts'
import * as rules from './merge-rules.ts'
import { atIdea, errorsAt, refusedWith, say } from './replies.ts'
import { ideaPage, mergePage } from './show.tsx'

const mergeForm = fields({
  near: field.line({ least: 0, most: 9 }),
  into: field.optional(field.number({ least: 1, most: 999_999_999 })),
  reason: field.text({ most: 2000 }),
})
const objectForm = fields({ objection: field.text({ most: 2000 }) })

/** Two that say the same go on as one, are kept apart when an author objects, and are taken apart again. */
export const mergeRoutes: readonly Route[] = [
  route('draft.merging-idea', { allowed: rules.mayMerge, records: 'nothing' }, (visit) => mergePage(visit)),

  route('draft.merge-idea', { allowed: rules.mayMerge, records: ['draft.ideas-merged'] }, async (visit) => {
    const form = readForm(visit, mergeForm)
    if (!form.ok) return mergePage(visit, form.errors)
    const { near, into: typed, reason } = form.value
    const into = /^\d+$/.test(near) ? Number(near) : typed
    if (into === null) return mergePage(visit, errorsAt(visit, 'into', 'no-such-target'))
    const merged = await mergeIdea(visit.database, visit.actor, { ...atIdea(visit), into, reason })
    if (merged.ok)
      return redirectSaying(visit.to('draft.idea', visit.params), {
        text: say(visit)('done.merged'),
        next: say(visit)('done.merged-next', { days: rules.daysToObject }),
      })
    const isAboutTarget = ['no-such-target', 'into-itself', 'kept-apart'].includes(merged.refusal)
    return isAboutTarget
      ? mergePage(visit, errorsAt(visit, 'into', merged.refusal))
      : refusedWith(visit, merged.refusal)
  }),

  route(
    'draft.object-to-merger',
    { allowed: rules.mayObject, records: ['draft.idea-merger-objected'] },
    async (visit) => {
      const form = readForm(visit, objectForm)
      if (!form.ok) return ideaPage(visit, form.errors)
      const reason = form.value.objection
      const objected = await objectToMerger(visit.database, visit.actor, { ...atIdea(visit), reason })
      if (!objected.ok) return refusedWith(visit, objected.refusal)
      return redirectSaying(visit.to('draft.idea', visit.params), {
        text: say(visit)('done.objected'),
        next: say(visit)('done.objected-next'),
      })
    },
  ),

  route('draft.undo-idea-merger', { allowed: rules.mayMerge, records: ['draft.idea-merger-undone'] }, async (visit) => {
    const undone = await undoMerger(visit.database, visit.actor, atIdea(visit))
    if (!undone.ok) return refusedWith(visit, undone.refusal)
    return redirectSaying(visit.to('draft.idea', visit.params), {
      text: say(visit)('done.undone'),
      next: say(visit)('done.undone-next'),
    })
  }),
]
