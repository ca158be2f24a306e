import { Confirmation, Stack } from '../../../ui/index.ts'
import type { SayModeration } from '../messages/words.ts'

export type ThanksPageProps = {
  readonly say: SayModeration
  readonly back: { readonly href: string; readonly text: string }
}

export function ThanksPage({ say, back }: ThanksPageProps) {
  return (
    <Stack>
      <Confirmation title={say('thanks.title')} lead={say('thanks.text')}>
        <p>
          <a href={back.href}>{back.text}</a>
        </p>
      </Confirmation>
    </Stack>
  )
}
