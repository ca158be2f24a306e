/** The door of what the house asks of other servers: one guarded way out. */
export {
  openOutgoing,
  OutgoingRefused,
  type Outgoing,
  type OutgoingRefusal,
  type OutgoingSettings,
  type Sent,
} from './outgoing.ts'
