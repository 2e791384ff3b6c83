import { CHANNEL } from './content-triggers.ts'

/** States of a mail that has left, or may have: see `public-editions.ts`. */
const out = `('submitting', 'submitted', 'unconfirmed')`

/**
 * For a migration. An edition is public from when its first mail leaves, and so is told then. Of the mails that follow
 * nothing is told: for each statement this looks whether another has left before. Two that leave at once both tell.
 */
export const createEditionTriggers = `
CREATE FUNCTION tell_public_editions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (
      SELECT DISTINCT later.issue_id, later.locale
      FROM mails_after later JOIN mails_before earlier ON earlier.id = later.id
      WHERE later.locale IS NOT NULL AND (earlier.state IN ${out}) <> (later.state IN ${out})
    ) moved
    WHERE NOT EXISTS (
      SELECT FROM email_deliveries other
      WHERE other.issue_id = moved.issue_id AND other.locale = moved.locale AND other.state IN ${out}
        AND other.id NOT IN (SELECT id FROM mails_after)
    )
  ) THEN
    PERFORM pg_notify('${CHANNEL}', 'content,editions');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_public_editions AFTER UPDATE ON email_deliveries
  REFERENCING OLD TABLE AS mails_before NEW TABLE AS mails_after
  FOR EACH STATEMENT EXECUTE FUNCTION tell_public_editions();`

/** Takes it back. */
export const dropEditionTriggers = 'DROP FUNCTION tell_public_editions() CASCADE;'
