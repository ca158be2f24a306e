import { href, type Address, type Params } from '@folkmoot/basics/addresses.ts'
import type { Visit } from '../platform/http/index.ts'
import type { Notice } from '../platform/notices/index.ts'
import { wordsByStage } from './stage-words.ts'

export type NoticeLine = {
  readonly text: string
  readonly day: string
  readonly href: string
  readonly isRead: boolean
}

/** A notice in the words of its stage, in the reader's language. */
export function noticeLine(visit: Visit, notice: Notice): NoticeLine {
  const place = { lang: visit.lang, jurisdiction: visit.jurisdiction.slug }
  const words = wordsByStage[notice.stage]?.sayAny(visit.lang)
  return {
    text: words ? words(notice.message, notice.values) : '',
    day: visit.time.day(notice.at),
    href: href(notice.address, { ...place, ...notice.params } as unknown as Params<Address>), // `tell` gave what the address needs
    isRead: notice.isRead,
  }
}
