using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Marshrut.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Agreements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "agreements",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    from_organization_id = table.Column<long>(type: "INTEGER", nullable: false),
                    to_organization_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    number_key = table.Column<string>(type: "TEXT", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    acceptance_days = table.Column<int>(type: "INTEGER", nullable: false),
                    from_person_name = table.Column<string>(type: "TEXT", nullable: false),
                    from_person_position = table.Column<string>(type: "TEXT", nullable: true),
                    from_person_phone = table.Column<string>(type: "TEXT", nullable: true),
                    from_person_email = table.Column<string>(type: "TEXT", nullable: true),
                    to_person_name = table.Column<string>(type: "TEXT", nullable: false),
                    to_person_position = table.Column<string>(type: "TEXT", nullable: true),
                    to_person_phone = table.Column<string>(type: "TEXT", nullable: true),
                    to_person_email = table.Column<string>(type: "TEXT", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    end_reason = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreements", x => x.id);
                    table.ForeignKey(
                        name: "fk_agreements_organizations_from_organization_id",
                        column: x => x.from_organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agreements_organizations_to_organization_id",
                        column: x => x.to_organization_id,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_subject_id",
                table: "audit_entries",
                column: "subject_id",
                filter: "subject_kind = 'agreement'");

            migrationBuilder.CreateIndex(
                name: "ix_agreements_from_organization_id_to_organization_id_number_key",
                table: "agreements",
                columns: new[] { "from_organization_id", "to_organization_id", "number_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agreements_to_organization_id",
                table: "agreements",
                column: "to_organization_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agreements");

            migrationBuilder.DropIndex(
                name: "ix_audit_entries_subject_id",
                table: "audit_entries");
        }
    }
}
