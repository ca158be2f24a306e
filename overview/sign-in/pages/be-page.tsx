import { Empty, Form, Head, HiddenField, PersonChip, Section, Stack, type Role } from '../../../ui/index.ts'
import type { SaySignIn } from '../messages/words.ts'

export type Someone = {
  readonly account: string
  readonly name: string
  readonly shape: 'politician' | 'resident' | 'organisation' | 'staff'
  /** Role and party, organisation, or kind of staff: finished words. */
  readonly line: string
}

export type BePageProps = {
  readonly say: SaySignIn
  readonly place: string
  readonly people: readonly Someone[]
  readonly action: string
  readonly next: string
}

const order = ['politician', 'resident', 'organisation', 'staff'] as const satisfies readonly Role[]

/** The invented people of a fictional town, by role; a press makes you one of them. */
export function BePage({ say, place, people, action, next }: BePageProps) {
  return (
    <Stack gap="8">
      <Head title={say('be.title')} lead={say('be.lead', { place })} />
      {people.length === 0 ? (
        <Empty level={2} title={say('be.nobody')}>
          {say('be.nobody-text')}
        </Empty>
      ) : null}
      {order.map((shape) => {
        const these = people.filter((one) => one.shape === shape)
        return these.length === 0 ? null : (
          <Section id={`be-${shape}`} title={say(`be.${shape}`)} lead={say(`be.${shape}-line`)}>
            <ul class="fm-plain fm-faces">
              {these.map((one) => (
                <li>
                  <Form action={action} shape="inline">
                    <HiddenField name="account" value={one.account} />
                    <HiddenField name="next" value={next} />
                    <button type="submit" class="fm-chipbutton">
                      <PersonChip
                        name={say('be.choose', { name: one.name })}
                        role={one.shape}
                        line={one.line}
                        of={one.name}
                      />
                    </button>
                  </Form>
                </li>
              ))}
            </ul>
          </Section>
        )
      })}
    </Stack>
  )
}
