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

/**
 * For a migration. Nor is it deleted while its issue is there and has left: web links in mails lead to it. What a rehearsal
 * makes belongs to no issue.
 */
export const createEditionKeeper = `
CREATE FUNCTION editions_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM issues WHERE id = OLD.issue_id AND state NOT IN ('draft', 'scheduled')) THEN
    RAISE EXCEPTION 'an edition that has left is kept' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER editions_are_kept BEFORE DELETE ON editions FOR EACH ROW EXECUTE FUNCTION editions_are_kept();`

/** Takes it back. */
export const dropEditionKeeper = 'DROP FUNCTION editions_are_kept() CASCADE;'
