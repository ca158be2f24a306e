import { isSignedIn } from '@folkmoot/basics/actor.ts'
import type { Thing } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import { ReportFold } from '../../../../ui/index.ts'
import { groupsWords } from '../messages/words.ts'

export type ReportThisProps = { readonly reader: Reader; readonly thing: Thing; readonly about: string }

/** Lets a signed-in reader tell the moderators that a text of a working group breaks the house rules. */
export function ReportThis({ reader, thing, about }: ReportThisProps) {
  if (!isSignedIn(reader.actor)) return null
  const say = groupsWords.say(reader.lang)
  const words = {
    open: say('report-this'),
    about,
    label: say('report-label'),
    help: say('report-help'),
    send: say('report-send'),
  }
  return <ReportFold action={reader.to('moderation.report')} kind={thing.kind} id={thing.id} words={words} />
}
