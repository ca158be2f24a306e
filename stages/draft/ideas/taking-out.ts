import type { Tx } from '../../../platform/db/index.ts'
import { hiddenWords, takeOut, type TakingOut } from '../../../platform/moderation/index.ts'

type Leaver = Pick<TakingOut, 'by' | 'role'>

/**
 * Somebody deletes her account and takes her ideas, experiences and comments along: a stone stands in place of each. What a group
 * wrote from them stays, and so does what others said to them.
 */
export async function takeOutIdeas(tx: Tx, leaver: Leaver): Promise<void> {
  const ideas = await tx
    .selectFrom('draft.idea')
    .select(['id', 'problem_id'])
    .where('written_by', '=', leaver.by)
    .where('text', '<>', hiddenWords)
    .orderBy('id')
    .execute()
  for (const { id, problem_id: problem } of ideas) {
    await takeOut(tx, { about: { kind: 'idea', id }, problem, ...leaver })
    await tx
      .updateTable('draft.idea')
      .set({ title: hiddenWords, text: hiddenWords, place: '', latitude: null, longitude: null })
      .where('id', '=', id)
      .execute()
  }
  await takeOutComments(tx, leaver)
}

async function takeOutComments(tx: Tx, leaver: Leaver): Promise<void> {
  const comments = await tx
    .selectFrom('draft.comment')
    .select(['id', 'problem_id'])
    .where('written_by', '=', leaver.by)
    .where('text', '<>', hiddenWords)
    .orderBy('id')
    .execute()
  for (const { id, problem_id: problem } of comments) {
    await takeOut(tx, { about: { kind: 'comment', id }, problem, ...leaver })
    await tx.updateTable('draft.comment').set({ text: hiddenWords }).where('id', '=', id).execute()
  }
}
