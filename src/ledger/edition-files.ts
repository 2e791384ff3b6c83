/**
 * For a migration. Which uploaded files an edition shows, by their names as addresses have them, is written down when the
 * edition is kept: it never changes, and nobody who replaces or deletes a file reads all editions. An apostrophe may have been
 * escaped in the markup, and in the name it is not.
 */
export const createEditionFiles = `
CREATE FUNCTION edition_file_names(html text) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS $$
  SELECT DISTINCT replace(found[1], '&#39;', '''')
  FROM regexp_matches(html, '/api/media/file/((?:[A-Za-z0-9_.!~*''()%-]|&#39;)+)', 'g') AS found
$$;
CREATE FUNCTION edition_files_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM edition_files WHERE edition_id = OLD.id;
  ELSE
    INSERT INTO edition_files (edition_id, name) SELECT NEW.id, edition_file_names(NEW.html);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER edition_files_follow AFTER INSERT OR DELETE ON editions
  FOR EACH ROW EXECUTE FUNCTION edition_files_follow();
INSERT INTO edition_files (edition_id, name) SELECT id, edition_file_names(html) FROM editions;`

/** Takes it back. */
export const dropEditionFiles = `
DROP FUNCTION edition_files_follow() CASCADE;
DROP FUNCTION edition_file_names(text);`
