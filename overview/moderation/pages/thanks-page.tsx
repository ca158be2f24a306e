import type { EverydayKey, Say } from '../../../platform/i18n/index.ts'
import { Actions, Button, Confirmation, Form, HiddenField, Stack } from '../../../ui/index.ts'
import type { SayModeration } from '../messages/words.ts'
import { Rule } from './queue.tsx'

export type ThanksPageProps = {
  readonly say: SayModeration
  readonly common: Say<EverydayKey>
  readonly back: { readonly href: string; readonly text: string }
  /** Where the rule is named, and of which report; null where it was named, or there is none to name. */
  readonly naming: { readonly action: string; readonly report: string } | null
}

export function ThanksPage({ say, common, back, naming }: ThanksPageProps) {
  return (
    <Stack>
      <Confirmation title={say('thanks.title')} lead={say('thanks.text')}>
        {naming ? (
          <Form action={naming.action} label={say('thanks.rule')}>
            <HiddenField name="report" value={naming.report} />
            <p>{say('thanks.rule')}</p>
            <Rule field="thanks" say={say} common={common} />
            <Actions>
              <Button size="sm" variant="secondary">
                {say('thanks.rule-send')}
              </Button>
            </Actions>
          </Form>
        ) : null}
        <p>
          <a href={back.href}>{back.text}</a>
        </p>
      </Confirmation>
    </Stack>
  )
}
