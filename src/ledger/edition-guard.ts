/**
 * For a migration. What readers were sent is never changed, by nobody: mails, the web edition and its hash are the same
 * bytes for good. Only whether its links are counted is settled after an edition is kept.
 */
export const createEditionGuard = `
CREATE FUNCTION editions_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an edition never changes' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER editions_stay BEFORE UPDATE ON editions
  FOR EACH ROW WHEN (to_jsonb(OLD) - 'counts_links' IS DISTINCT FROM to_jsonb(NEW) - 'counts_links')
  EXECUTE FUNCTION editions_stay();`

/** Takes it back. */
export const dropEditionGuard = 'DROP FUNCTION editions_stay() CASCADE;'
