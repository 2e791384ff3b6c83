<?php
// Sets the site up with a user of each role that tests need, and prints their application passwords as JSON.
define('WP_INSTALLING', true);
require_once __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter('pre_wp_mail', '__return_true');
wp_install('Partner site', 'admin', 'admin@example.org', true, '', 'of a test only');
update_option('permalink_structure', '/%postname%/');
$password = static function (string $login, string $role): string {
    $user = wp_insert_user(['user_login' => $login, 'user_pass' => wp_generate_password(), 'user_email' => "$login@example.org", 'role' => $role]);
    [$created] = WP_Application_Passwords::create_new_application_password($user, ['name' => 'Emissary']);
    return $created;
};
echo json_encode(['editor' => $password('editor', 'editor'), 'author' => $password('author', 'author'), 'reader' => $password('reader', 'subscriber')]);
