<?php
// Switches Polylang on with the languages that tests need. The first is the site's own.
define('WP_ADMIN', true);
require_once __DIR__ . '/wp-load.php';
foreach ([['en_US', 'en', 'English', 0], ['fr_FR', 'fr', 'Français', 0], ['ar', 'ar', 'العربية', 1]] as [$locale, $slug, $name, $rtl]) {
    $added = PLL()->model->add_language(['locale' => $locale, 'slug' => $slug, 'name' => $name, 'rtl' => $rtl, 'term_group' => 0, 'flag' => '']);
    if (is_wp_error($added)) {
        fwrite(STDERR, $added->get_error_message());
        exit(1);
    }
}
