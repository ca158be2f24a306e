import type { Id, Noun } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { cardsOf, oneWriter, type Card, type Cards } from '../../../platform/thread/index.ts'
import { shortened } from '../naming.ts'
import { repliesById } from './store.ts'

/** How a reply is named elsewhere: it lies on the page of what it stands under. */
export const replyCards = { reply: cardsOfReplies } satisfies Partial<Record<Noun, Cards>>

async function cardsOfReplies(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const replies = await repliesById(read, ids as readonly Id<'reply'>[]) // bound to the kind `reply`
  const about = await cardsOf(
    read,
    replies.map(({ aboutKind: kind, aboutId: id }) => ({ kind, id })),
  )
  return replies.map(({ id, text, aboutId, account }) => ({
    thing: { kind: 'reply', id },
    title: shortened(text),
    state: '',
    visibility: 'public',
    path: `${about.get(aboutId)?.path ?? ''}#reply-${id.slice(-8)}`,
    writtenBy: oneWriter(account),
  }))
}
