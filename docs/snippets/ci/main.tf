resource "auth0_action" "block_domains" {
  name    = "block-domains"
  runtime = "node22"
  deploy  = true
  code    = file("${path.module}/actions/block-domains.js")

  supported_triggers {
    id      = "pre-user-registration"
    version = "v2"
  }
}

resource "auth0_trigger_actions" "signup" {
  trigger = "pre-user-registration"

  actions {
    id           = auth0_action.block_domains.id
    display_name = auth0_action.block_domains.name
  }
}
