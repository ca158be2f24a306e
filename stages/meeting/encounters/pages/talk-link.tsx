import type { Reader } from '../../../../platform/http/index.ts'
import { ButtonLink } from '../../../../ui/index.ts'
import { encounterWords } from '../messages/words.ts'

export type TalkLinkProps = {
  readonly reader: Reader
  readonly politician: { readonly slug: string; readonly name: string }
}

/** From a politician's page to the talks and visits she offers. */
export function TalkLink({ reader, politician: { slug, name } }: TalkLinkProps) {
  return (
    <p>
      <ButtonLink
        href={`${reader.to('meeting.encounters')}?with=${encodeURIComponent(slug)}`}
        variant="secondary"
        icon="talk"
      >
        {encounterWords.say(reader.lang)('title-with', { name })}
      </ButtonLink>
    </p>
  )
}
