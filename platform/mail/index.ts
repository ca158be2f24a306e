/** The door of the mail room. */
export { forgetOldMail, mailSender, outbox, post, type Mail, type MailSettings, type Sent } from './send.ts'
export { personal as mailPersonal } from './personal.ts'
