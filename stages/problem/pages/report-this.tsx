import { isSignedIn } from '@folkmoot/basics/actor.ts'
import type { Thing } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../platform/http/index.ts'
import { ReportFold } from '../../../ui/index.ts'
import type { SayProblem } from '../messages/words.ts'

export type ReportThisProps = {
  readonly reader: Reader
  readonly say: SayProblem
  readonly thing: Thing
  /** "Report this picture" */
  readonly open: string
  /** What is spoken after it, for those who hear the page. */
  readonly about: string
}

/** Tells the moderators about one framing, picture or document; only who has signed in can. */
export function ReportThis({ reader, say, thing, open, about }: ReportThisProps) {
  if (!isSignedIn(reader.actor)) return null
  const words = { open, about, label: say('report.label'), help: say('report.help'), send: say('report.send') }
  return <ReportFold action={reader.to('moderation.report')} kind={thing.kind} id={thing.id} words={words} />
}
